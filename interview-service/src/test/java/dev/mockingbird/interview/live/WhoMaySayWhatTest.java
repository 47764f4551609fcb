package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.MEI;
import static dev.mockingbird.interview.room.RoomFixture.OLGA;
import static dev.mockingbird.interview.room.RoomFixture.STRANGER;
import static dev.mockingbird.interview.room.RoomFixture.insert;
import static dev.mockingbird.interview.room.RoomFixture.liveRoomWithAQuestionAsked;
import static dev.mockingbird.interview.room.RoomFixture.openRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.EndReason;
import dev.mockingbird.events.RoomEvent.RunOutcome;
import dev.mockingbird.interview.room.Decision;
import dev.mockingbird.interview.room.Member;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomCommand;
import dev.mockingbird.interview.room.RoomFixture;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `who-may-say-what.md` says for every message of a page what becomes of it, by who sends it and
/// when. A new kind of message fails here until somebody has decided.
class WhoMaySayWhatTest {

  private record Situation(PersonId person, RoomFixture room) {}

  private static RuleTable table;

  @BeforeAll
  static void read() throws IOException {
    table = RuleTable.read("who-may-say-what.md");
  }

  @Test
  void everyMessageHasItsRow() {
    assertThat(table.rows().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Wire.cases(ClientMessage.class).stream().map(Wire::type).toList());
    assertThat(messages().map(Object::getClass).toList())
        .containsExactlyInAnyOrderElementsOf(Wire.cases(ClientMessage.class));
  }

  @Test
  void everySituationHasItsColumn() {
    assertThat(table.columns()).containsExactlyElementsOf(situations().keySet());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void becomesWhatTheTableSays(ClientMessage message) {
    String type = Wire.type(message.getClass());
    List<String> outcomes =
        situations().values().stream()
            .map(Supplier::get)
            .map(situation -> outcome(message, situation))
            .toList();

    assertThat(RuleTable.row(type, outcomes)).isEqualTo(table.row(type));
  }

  private static Stream<ClientMessage> messages() {
    return Stream.of(
        new ClientMessage.Hello("page", null, null),
        new ClientMessage.Ping(),
        new ClientMessage.Point("q1:text", 0, 0),
        new ClientMessage.GiveConsent(1),
        new ClientMessage.Admit(1, MEI),
        new ClientMessage.SetCallLink(1, "https://meet.example"),
        new ClientMessage.Ask(1, 1),
        new ClientMessage.ShowHint(1, 1),
        new ClientMessage.AskFollowUp(1, 1, "and then?"),
        new ClientMessage.TickKeyPoint(1, 1, 0, true),
        new ClientMessage.AllotTime(1, null, 60),
        new ClientMessage.StartFocus(1, 5),
        new ClientMessage.EndFocus(1),
        new ClientMessage.ChooseLanguage(1, 1, CodeLanguage.PYTHON),
        new ClientMessage.Edit(1, "q1:text", 0, List.of(insert(0, "x", "page"))),
        new ClientMessage.ReportRun(1, 1, "q1:text", 0, RunOutcome.STOPPED, "", false, 1),
        new ClientMessage.Submit(1, 1, "q1:text", 0),
        new ClientMessage.PostChat(1, "hello"),
        new ClientMessage.WriteNote(1, "calm", null),
        new ClientMessage.ReleaseFeedback(1),
        new ClientMessage.EndRoom(1));
  }

  /// Ivan interviews, Chen is the candidate, Olga observes, and Mei waits in the lobby.
  private static Map<String, Supplier<Situation>> situations() {
    Map<String, Supplier<Situation>> all = new LinkedHashMap<>();
    all.put("before: lobby", () -> new Situation(MEI, before()));
    all.put("before: interviewer", () -> new Situation(IVAN, before()));
    all.put("live: stranger", () -> new Situation(STRANGER, live()));
    all.put("live: lobby", () -> new Situation(MEI, live()));
    all.put("live: candidate", () -> new Situation(CHEN, live()));
    all.put("live: observer", () -> new Situation(OLGA, live()));
    all.put("live: interviewer", () -> new Situation(IVAN, live()));
    all.put("focus: candidate", () -> new Situation(CHEN, focused(live())));
    all.put("focus: observer", () -> new Situation(OLGA, focused(live())));
    all.put("focus: interviewer", () -> new Situation(IVAN, focused(live())));
    all.put("focus: alone", () -> new Situation(IVAN, focused(alone())));
    all.put("ended: candidate", () -> new Situation(CHEN, ended()));
    all.put("ended: observer", () -> new Situation(OLGA, ended()));
    all.put("ended: interviewer", () -> new Situation(IVAN, ended()));
    return all;
  }

  private static RoomFixture before() {
    return withSomebodyInTheLobby(openRoom()).after(IVAN, new RoomCommand.AskQuestion(0));
  }

  private static RoomFixture live() {
    return withSomebodyInTheLobby(liveRoomWithAQuestionAsked());
  }

  /// One person is both interviewer and candidate.
  private static RoomFixture alone() {
    return live().after(PersonId.SYSTEM, new RoomCommand.GrantCapability(IVAN, Capability.ANSWER));
  }

  private static RoomFixture focused(RoomFixture room) {
    return room.after(IVAN, new RoomCommand.StartFocus(5));
  }

  private static RoomFixture ended() {
    return live().after(IVAN, new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER));
  }

  private static RoomFixture withSomebodyInTheLobby(RoomFixture room) {
    return room.after(PersonId.SYSTEM, new RoomCommand.GrantCapability(MEI, Capability.ANSWER))
        .after(MEI, new RoomCommand.GiveConsent());
  }

  private static String outcome(ClientMessage message, Situation situation) {
    RoomFixture room = situation.room();
    if (room.room().findMember(situation.person()).isEmpty()
        && !(message instanceof ClientMessage.Command)) {
      return "4404";
    }
    return switch (message) {
      case ClientMessage.Hello hello -> "welcome";
      case ClientMessage.Ping ping -> "pong";
      case ClientMessage.Point point -> "seen by " + viewers(room, situation.person());
      case ClientMessage.Command command ->
          switch (room.decide(situation.person(), command.toRoom())) {
            case Decision.Accepted accepted -> "ok";
            case Decision.Rejected rejected -> rejected.reason().name();
          };
    };
  }

  private static String viewers(RoomFixture fixture, PersonId pointing) {
    Room room = fixture.room();
    String viewers =
        room.members().stream()
            .filter(viewer -> Audience.maySeeCursor(room, pointing, viewer, fixture.now()))
            .map(WhoMaySayWhatTest::role)
            .collect(Collectors.joining(", "));
    return viewers.isEmpty() ? "nobody" : viewers;
  }

  private static String role(Member member) {
    if (member.staff()) {
      return member.may(Capability.INTERVIEW) ? "interviewer" : "observer";
    }
    return member.inside() ? "candidate" : "lobby";
  }
}
