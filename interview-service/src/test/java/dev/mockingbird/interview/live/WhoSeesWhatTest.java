package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.MEI;
import static dev.mockingbird.interview.room.RoomFixture.OLGA;
import static dev.mockingbird.interview.room.RoomFixture.insert;
import static dev.mockingbird.interview.room.RoomFixture.liveRoomWithAQuestionAsked;
import static dev.mockingbird.interview.room.RoomFixture.question;
import static dev.mockingbird.interview.room.RoomFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.interview.room.Member;
import dev.mockingbird.interview.room.RoomCommand;
import dev.mockingbird.interview.room.RoomEntry;
import dev.mockingbird.interview.room.RoomFixture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `who-sees-what.md` says for every message of the service who is shown it. A new kind of message
/// fails here until somebody has decided, and so does a new kind of fact.
class WhoSeesWhatTest {

  /// Nobody is shown that a room was opened: they are shown the room.
  private static final Class<?> WITHOUT_A_MESSAGE = RoomEvent.RoomOpened.class;

  private static final List<PersonId> VIEWERS = List.of(IVAN, OLGA, CHEN, MEI);

  private final RoomFixture room =
      liveRoomWithAQuestionAsked()
          .after(PersonId.SYSTEM, new RoomCommand.GrantCapability(MEI, Capability.ANSWER))
          .after(MEI, new RoomCommand.GiveConsent());

  @Test
  void everyMessageHasARow() throws IOException {
    Set<String> types =
        RuleTable.read("who-sees-what.md").rows().keySet().stream()
            .map(row -> row.split(",")[0])
            .collect(Collectors.toSet());
    assertThat(types)
        .containsExactlyInAnyOrderElementsOf(
            Wire.cases(ServerMessage.class).stream().map(Wire::type).toList());
  }

  @Test
  void everyEntryIsShownToThoseInTheTable() throws IOException {
    RuleTable table = RuleTable.read("who-sees-what.md");
    assertThat(entries().values().stream().map(WhoSeesWhatTest::kind).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds());
    entries().forEach((row, entry) -> assertRow(table, row, viewer -> sees(entry, viewer)));
    assertThat(entries().keySet().stream().map(row -> row.split(",")[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Wire.cases(ServerMessage.Entry.class).stream().map(Wire::type).toList());
  }

  @Test
  void cursorsAreShownToThoseInTheTable() throws IOException {
    RuleTable table = RuleTable.read("who-sees-what.md");
    assertRow(table, "pointed, by the candidate", viewer -> seesCursor(CHEN, viewer));
    assertRow(table, "pointed, by the interviewer", viewer -> seesCursor(IVAN, viewer));
    assertRow(table, "pointed, by the observer", viewer -> seesCursor(OLGA, viewer));
    room.after(IVAN, new RoomCommand.StartFocus(5));
    assertRow(
        table, "pointed, by the interviewer in focus time", viewer -> seesCursor(IVAN, viewer));
  }

  @Test
  void scoresAreShownToThoseInTheTable() throws IOException {
    RuleTable table = RuleTable.read("who-sees-what.md");
    assertRow(table, "scored", viewer -> Audience.maySeeScores(room.room(), 1, viewer));
    room.after(IVAN, new RoomCommand.ReleaseFeedback());
    assertRow(table, "scored, released", viewer -> Audience.maySeeScores(room.room(), 1, viewer));
  }

  private void assertRow(RuleTable table, String row, Predicate<Member> shown) {
    List<String> cells =
        VIEWERS.stream()
            .map(person -> room.room().findMember(person).orElseThrow())
            .map(viewer -> shown.test(viewer) ? "yes" : "no")
            .toList();
    assertThat(RuleTable.row(row, cells)).isEqualTo(table.row(row));
  }

  private boolean sees(RoomEntry entry, Member viewer) {
    Optional<ServerMessage> message =
        Audience.view(entry, new Position("e", 1), room.now(), room.room(), viewer);
    return message.isPresent();
  }

  private boolean seesCursor(PersonId whose, Member viewer) {
    return Audience.maySeeCursor(room.room(), whose, viewer, room.now());
  }

  /// Every kind of entry there is.
  private static List<Class<?>> kinds() {
    List<Class<?>> kinds = new ArrayList<>(List.of(RoomEvent.class.getPermittedSubclasses()));
    kinds.remove(WITHOUT_A_MESSAGE);
    kinds.add(RoomEntry.Edited.class);
    return kinds;
  }

  private static Class<?> kind(RoomEntry entry) {
    return switch (entry) {
      case RoomEntry.Edited edited -> RoomEntry.Edited.class;
      case RoomEntry.Happened happened -> happened.event().getClass();
    };
  }

  private static Map<String, RoomEntry> entries() {
    Map<String, RoomEntry> all = new LinkedHashMap<>();
    Stream.of(
            new RoomEvent.CapabilityGranted(OLGA, Capability.OBSERVE),
            new RoomEvent.CapabilityWithdrawn(OLGA, Capability.OBSERVE),
            new RoomEvent.QuestionPlanned(question("aof"), staff("aof")),
            new RoomEvent.ConsentGiven(CHEN, 1),
            new RoomEvent.CandidateAdmitted(CHEN),
            new RoomEvent.CallLinkSet("https://meet.example"),
            new RoomEvent.QuestionAsked(1, 0, question("aof"), staff("aof")),
            new RoomEvent.HintShown(1, 0, "a first hint"),
            new RoomEvent.FollowUpAsked(1, "and then?"),
            new RoomEvent.KeyPointTicked(1, 0, true),
            new RoomEvent.FocusStarted(5),
            new RoomEvent.FocusEnded(),
            new RoomEvent.LanguageChosen(1, CodeLanguage.PYTHON),
            new RoomEvent.CodeRun(
                1, CodeLanguage.PYTHON, 1, RoomEvent.RunOutcome.FINISHED, "42", false, 10),
            new RoomEvent.AnswerSubmitted(
                1, 1, CHEN, "追加写", "q1:text", 1, question("aof"), staff("aof")),
            new RoomEvent.ChatPosted("hello"),
            new RoomEvent.FeedbackReleased(List.of(1)))
        .forEach(fact -> all.put(Wire.type(fact.getClass()), by(IVAN, fact)));
    all.put("time-allotted, to the interview", by(IVAN, new RoomEvent.TimeAllotted(null, 60)));
    all.put("time-allotted, to a question", by(IVAN, new RoomEvent.TimeAllotted(1, 10)));
    all.put("note-written, by the interviewer", by(IVAN, new RoomEvent.NoteWritten("calm", 1)));
    all.put("note-written, by the observer", by(OLGA, new RoomEvent.NoteWritten("calm", 1)));
    all.put(
        "document-edited",
        new RoomEntry.Edited(CHEN, "q1:text", 0, List.of(insert(0, "x", "page"))));
    all.put(
        "room-ended",
        by(
            IVAN,
            new RoomEvent.RoomEnded(
                RoomEvent.EndReason.BY_INTERVIEWER,
                "Backend",
                question("aof").language(),
                null,
                List.of(),
                List.of())));
    return all;
  }

  private static RoomEntry by(PersonId actor, RoomEvent event) {
    return new RoomEntry.Happened(actor, event);
  }
}
