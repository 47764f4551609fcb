package dev.mockingbird.interview.room;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.OLGA;
import static dev.mockingbird.interview.room.RoomFixture.STRANGER;
import static dev.mockingbird.interview.room.RoomFixture.edit;
import static dev.mockingbird.interview.room.RoomFixture.insert;
import static dev.mockingbird.interview.room.RoomFixture.liveRoom;
import static dev.mockingbird.interview.room.RoomFixture.liveRoomWithAQuestionAsked;
import static dev.mockingbird.interview.room.RoomFixture.openRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.RoomEvent.EndReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomDeciderTest {

  @Test
  void aRoomThatWasNeverOpenedDoesNotExist() {
    assertThat(new RoomFixture().refusal(IVAN, new RoomCommand.PostChat("hi")))
        .isEqualTo(Rejection.NO_SUCH_ROOM);
  }

  @Test
  void aStrangerMayDoNothing() {
    assertThat(liveRoom().refusal(STRANGER, new RoomCommand.PostChat("hi")))
        .isEqualTo(Rejection.NOT_ALLOWED);
  }

  @Test
  void aCandidateIsAdmittedOnlyAfterConsenting() {
    assertThat(openRoom().refusal(IVAN, new RoomCommand.AdmitCandidate(CHEN)))
        .isEqualTo(Rejection.NOT_CONSENTED);
    assertThat(
            openRoom()
                .after(CHEN, new RoomCommand.GiveConsent())
                .facts(IVAN, new RoomCommand.AdmitCandidate(CHEN)))
        .containsExactly(new RoomEvent.CandidateAdmitted(CHEN));
  }

  @Test
  void theLobbyIsSilent() {
    assertThat(
            openRoom()
                .after(CHEN, new RoomCommand.GiveConsent())
                .refusal(CHEN, new RoomCommand.PostChat("hello?")))
        .isEqualTo(Rejection.NOT_ADMITTED);
  }

  @Test
  void onlyTheInterviewerRunsTheRoom() {
    for (PersonId person : List.of(CHEN, OLGA)) {
      for (RoomCommand command :
          List.of(
              new RoomCommand.AskQuestion(0),
              new RoomCommand.ShowHint(1),
              new RoomCommand.SetCallLink("https://meet.example"),
              new RoomCommand.ReleaseFeedback(),
              new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER))) {
        assertThat(liveRoomWithAQuestionAsked().refusal(person, command))
            .as("%s by %s", command, person)
            .isEqualTo(Rejection.NOT_ALLOWED);
      }
    }
  }

  @Test
  void anObserverDoesNotSpeakButKeepsNotes() {
    assertThat(liveRoom().refusal(OLGA, new RoomCommand.PostChat("psst")))
        .isEqualTo(Rejection.NOT_ALLOWED);
    assertThat(liveRoom().facts(OLGA, new RoomCommand.WriteNote("calm", null)))
        .containsExactly(new RoomEvent.NoteWritten("calm", null));
  }

  @Test
  void whatIsSoAlreadyIsAcceptedWithNothingToWrite() {
    assertThat(liveRoom().decide(CHEN, new RoomCommand.GiveConsent()))
        .isInstanceOfSatisfying(
            Decision.Accepted.class, accepted -> assertThat(accepted.entries()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://meet.example",
        "javascript:alert(1)",
        "https://a b",
        "https://",
        "https:\\\\x",
        "meet",
        "https://meet.example/\"onclick="
      })
  void refusesACallLinkThatIsNoHttpsAddress(String url) {
    assertThat(liveRoom().refusal(IVAN, new RoomCommand.SetCallLink(url)))
        .isEqualTo(Rejection.BAD_CALL_LINK);
  }

  @Test
  void aWithdrawnMemberIsAStrangerAgain() {
    RoomFixture room =
        liveRoom()
            .after(PersonId.SYSTEM, new RoomCommand.WithdrawCapability(CHEN, Capability.ANSWER));

    assertThat(room.refusal(CHEN, new RoomCommand.PostChat("still here")))
        .isEqualTo(Rejection.NOT_ALLOWED);
  }

  @Test
  void editsGuardTheirDocumentAloneAndChatGuardsNothing() {
    RoomFixture room = liveRoomWithAQuestionAsked();
    assertThat(
            ((Decision.Accepted) room.decide(CHEN, edit("q1:text", 0, insert(0, "x", "c"))))
                .guards())
        .containsOnlyKeys("doc:q1:text");
    assertThat(((Decision.Accepted) room.decide(CHEN, new RoomCommand.PostChat("hi"))).guards())
        .isEmpty();
    assertThat(
            ((Decision.Accepted) room.decide(CHEN, new RoomCommand.SubmitAnswer(1, "q1:text", 0)))
                .guards())
        .containsOnlyKeys("facts", "doc:q1:text");
  }
}
