package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.OLGA;
import static dev.mockingbird.interview.room.RoomFixture.liveRoomWithAQuestionAsked;
import static dev.mockingbird.interview.room.RoomFixture.openRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.interview.room.RoomCommand;
import dev.mockingbird.interview.room.RoomEntry;
import dev.mockingbird.interview.room.RoomFixture;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AudienceTest {

  @Test
  void aCandidatesFrameCarriesNoStaffMaterialBeforeItsRelease() {
    RoomFixture room =
        liveRoomWithAQuestionAsked().after(IVAN, new RoomCommand.WriteNote("weak on fsync", 1));

    assertThat(view(room, CHEN)).contains("问题 aof").doesNotContain("参考答案", "要点", "提示", "weak on");
    assertThat(view(room, IVAN)).contains("参考答案 aof", "要点 aof", "提示 aof", "weak on fsync");
    assertThat(view(room, OLGA)).contains("参考答案 aof").doesNotContain("weak on fsync");
  }

  @Test
  void aCandidateSeesStaffMaterialOnceItIsReleased() {
    RoomFixture room = liveRoomWithAQuestionAsked().after(IVAN, new RoomCommand.ReleaseFeedback());

    assertThat(view(room, CHEN)).contains("参考答案 aof").doesNotContain("参考答案 tcp");
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
  void everyFactShownToACandidateLeavesStaffMaterialOut() {
    RoomFixture room = liveRoomWithAQuestionAsked();
    RoomEvent.QuestionAsked asked =
        new RoomEvent.QuestionAsked(1, 0, RoomFixture.question("aof"), RoomFixture.staff("aof"));

    assertThat(frame(room, new RoomEntry.Happened(IVAN, asked), CHEN))
        .get()
        .asString()
        .contains("问题 aof")
        .doesNotContain("参考答案", "要点", "提示");
    assertThat(
            frame(
                room,
                new RoomEntry.Happened(
                    PersonId.SYSTEM,
                    new RoomEvent.QuestionPlanned(
                        RoomFixture.question("tcp"), RoomFixture.staff("tcp"))),
                CHEN))
        .isEmpty();
    assertThat(
            frame(
                room, new RoomEntry.Happened(IVAN, new RoomEvent.NoteWritten("private", 1)), CHEN))
        .isEmpty();
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
