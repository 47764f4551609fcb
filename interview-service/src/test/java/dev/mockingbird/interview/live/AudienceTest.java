package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.OLGA;
import static dev.mockingbird.interview.room.RoomFixture.liveRoomWithAQuestionAsked;
import static dev.mockingbird.interview.room.RoomFixture.openRoom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.interview.room.RoomCommand;
import dev.mockingbird.interview.room.RoomEntry;
import dev.mockingbird.interview.room.RoomFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AudienceTest {

  @Test
  void aCandidatesFrameCarriesNoStaffMaterialBeforeItsRelease() {
    RoomFixture room =
        liveRoomWithAQuestionAsked().after(IVAN, new RoomCommand.WriteNote("weak on fsync", 1));

    assertThat(view(room, CHEN))
        .contains("问题 aof")
        .doesNotContain("参考答案", "要点", "提示", "评分标准", "备用追问", "weak on");
    assertThat(view(room, IVAN))
        .contains("参考答案 aof", "要点 aof", "提示 aof", "评分标准 aof", "备用追问 aof", "weak on fsync");
    assertThat(view(room, OLGA))
        .contains("参考答案 aof", "评分标准 aof", "备用追问 aof")
        .doesNotContain("weak on fsync");
  }

  @Test
  void aCandidateSeesStaffMaterialOnceItIsReleased() {
    RoomFixture room = liveRoomWithAQuestionAsked().after(IVAN, new RoomCommand.ReleaseFeedback());

    assertThat(view(room, CHEN))
        .contains("参考答案 aof", "评分标准 aof")
        .doesNotContain("参考答案 tcp", "评分标准 tcp", "备用追问 tcp");
  }

  @Test
  void theLobbyShowsNeitherQuestionsNorChat() {
    RoomFixture room =
        openRoom()
            .after(IVAN, new RoomCommand.AskQuestion(0))
            .after(IVAN, new RoomCommand.PostChat("secret plan"));

    assertThat(view(room, CHEN)).contains("Backend").doesNotContain("aof", "secret plan");
  }

  @Test
  void noFactBringsACandidateStaffMaterialBeforeItsRelease() {
    RoomFixture room = liveRoomWithAQuestionAsked();
    for (RoomEvent event : facts()) {
      if (!(event instanceof RoomEvent.FeedbackReleased)) {
        assertThat(frame(room, new RoomEntry.Happened(IVAN, event), CHEN).orElse(""))
            .as(event.toString())
            .doesNotContain("参考答案", "要点", "提示 ", "评分标准", "备用追问", "example.org", "private");
      }
    }
  }

  @Test
  void scoresAreForStaffAndAfterTheReleaseForWhoWasLetIn() {
    RoomFixture room = liveRoomWithAQuestionAsked();
    assertThat(maySeeScores(room, IVAN)).isTrue();
    assertThat(maySeeScores(room, OLGA)).isTrue();
    assertThat(maySeeScores(room, CHEN)).isFalse();

    assertThat(maySeeScores(room.after(IVAN, new RoomCommand.ReleaseFeedback()), CHEN)).isTrue();
    RoomFixture lobby =
        openRoom()
            .after(IVAN, new RoomCommand.AskQuestion(0))
            .after(IVAN, new RoomCommand.ReleaseFeedback());
    assertThat(maySeeScores(lobby, CHEN)).isFalse();
  }

  @Test
  void aViewOfReferencesIsWhatStaffAndAfterTheReleaseCandidatesHave() {
    RoomFixture room = liveRoomWithAQuestionAsked();
    assertThat(Audience.seesReferences(room.room(), IVAN)).isTrue();
    assertThat(Audience.seesReferences(room.room(), OLGA)).isTrue();
    assertThat(Audience.seesReferences(room.room(), CHEN)).isFalse();
    assertThat(Audience.seesReferences(room.room(), RoomFixture.STRANGER)).isFalse();
    room.after(IVAN, new RoomCommand.ReleaseFeedback());
    assertThat(Audience.seesReferences(room.room(), CHEN)).isTrue();
  }

  @Test
  void aTickedKeyPointIsForStaff() {
    RoomFixture room =
        liveRoomWithAQuestionAsked()
            .after(IVAN, new RoomCommand.TickKeyPoint(1, 0, true))
            .after(IVAN, new RoomCommand.ReleaseFeedback());

    assertThat(view(room, IVAN)).contains("\"covered\":[0]");
    assertThat(view(room, OLGA)).contains("\"covered\":[0]");
    assertThat(view(room, CHEN)).doesNotContain("covered");
  }

  private static List<RoomEvent> facts() {
    QuestionSnapshot question = RoomFixture.question("aof");
    StaffMaterial staff = RoomFixture.staff("aof");
    return List.of(
        new RoomEvent.RoomOpened("Backend", Language.CHINESE, 45, null),
        new RoomEvent.CapabilityGranted(OLGA, Capability.OBSERVE),
        new RoomEvent.CapabilityWithdrawn(OLGA, Capability.OBSERVE),
        new RoomEvent.QuestionPlanned(question, staff),
        new RoomEvent.ConsentGiven(CHEN, 1),
        new RoomEvent.CandidateAdmitted(CHEN),
        new RoomEvent.CallLinkSet("https://meet.example"),
        new RoomEvent.QuestionAsked(1, 0, question, staff),
        new RoomEvent.HintShown(1, 0, "a first hint"),
        new RoomEvent.AnswerSubmitted(1, 1, CHEN, "追加写", "q1:text", 1, question, staff),
        new RoomEvent.ChatPosted("hello"),
        new RoomEvent.NoteWritten("private", 1),
        new RoomEvent.LanguageChosen(1, CodeLanguage.PYTHON),
        new RoomEvent.FollowUpAsked(1, "and then?"),
        new RoomEvent.KeyPointTicked(1, 0, true),
        new RoomEvent.TimeAllotted(1, 10),
        new RoomEvent.FocusStarted(5),
        new RoomEvent.FocusEnded(),
        new RoomEvent.CodeRun(
            1, CodeLanguage.PYTHON, 1, RoomEvent.RunOutcome.FINISHED, "42", false, 10),
        new RoomEvent.FeedbackReleased(List.of(1)),
        new RoomEvent.RoomEnded(
            RoomEvent.EndReason.BY_INTERVIEWER,
            "Backend",
            Language.CHINESE,
            null,
            List.of(),
            List.of()));
  }

  private static boolean maySeeScores(RoomFixture room, PersonId viewer) {
    return Audience.maySeeScores(room.room(), 1, room.room().findMember(viewer).orElseThrow());
  }

  private static Optional<String> frame(RoomFixture room, RoomEntry entry, PersonId viewer) {
    return Audience.view(
            entry,
            new Position("e", 1),
            room.now(),
            room.room(),
            room.room().findMember(viewer).orElseThrow())
        .map(Wire::write);
  }

  private static String view(RoomFixture room, PersonId viewer) {
    return Wire.json()
        .writeValueAsString(
            RoomView.of("i", room.room(), room.room().findMember(viewer).orElseThrow()));
  }
}
