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
import static dev.mockingbird.interview.room.RoomFixture.question;
import static dev.mockingbird.interview.room.RoomFixture.staff;
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
  void askingCopiesTheQuestionWholeIntoTheFact() {
    assertThat(liveRoom().facts(IVAN, new RoomCommand.AskQuestion(1)))
        .containsExactly(new RoomEvent.QuestionAsked(1, 1, question("tcp"), staff("tcp")));
  }

  @Test
  void aQuestionIsAskedOnce() {
    assertThat(liveRoomWithAQuestionAsked().refusal(IVAN, new RoomCommand.AskQuestion(0)))
        .isEqualTo(Rejection.ALREADY_ASKED);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2, 99})
  void refusesAQuestionThatIsNotPlanned(int planned) {
    assertThat(liveRoom().refusal(IVAN, new RoomCommand.AskQuestion(planned)))
        .isEqualTo(Rejection.NO_SUCH_QUESTION);
  }

  @Test
  void hintsAreShownOneAtATimeUntilThereAreNoMore() {
    RoomFixture room = liveRoomWithAQuestionAsked();
    assertThat(room.facts(IVAN, new RoomCommand.ShowHint(1)))
        .containsExactly(new RoomEvent.HintShown(1, 0, "提示 aof"));
    assertThat(
            room.after(IVAN, new RoomCommand.ShowHint(1))
                .refusal(IVAN, new RoomCommand.ShowHint(1)))
        .isEqualTo(Rejection.NO_MORE_HINTS);
  }

  @Test
  void refusesAnAnswerWhenNoQuestionIsOpen() {
    assertThat(liveRoom().refusal(CHEN, new RoomCommand.SubmitAnswer(1, "q1:text", 0)))
        .isEqualTo(Rejection.NO_SUCH_QUESTION);
  }

  @Test
  void anAnswerIsTheDocumentAsTheCandidateSawIt() {
    RoomFixture room = liveRoomWithAQuestionAsked().typed(CHEN, "追加写").typed(IVAN, "!");

    assertThat(room.facts(CHEN, new RoomCommand.SubmitAnswer(1, "q1:text", 1)))
        .containsExactly(
            new RoomEvent.AnswerSubmitted(
                1, 1, CHEN, "追加写", "q1:text", 1, question("aof"), staff("aof")));
  }

  @Test
  void aSecondSubmissionIsASecondAttempt() {
    RoomFixture room =
        liveRoomWithAQuestionAsked()
            .typed(CHEN, "first")
            .after(CHEN, new RoomCommand.SubmitAnswer(1, "q1:text", 1))
            .typed(CHEN, " second");

    assertThat(room.facts(CHEN, new RoomCommand.SubmitAnswer(1, "q1:text", 2)))
        .singleElement()
        .extracting("attempt", "text")
        .containsExactly(2, "first second");
  }

  @Test
  void takesNoAnswerAndNoEditAfterFeedbackWasReleased() {
    RoomFixture room =
        liveRoomWithAQuestionAsked()
            .typed(CHEN, "late")
            .after(IVAN, new RoomCommand.ReleaseFeedback());

    assertThat(room.refusal(CHEN, new RoomCommand.SubmitAnswer(1, "q1:text", 1)))
        .isEqualTo(Rejection.FEEDBACK_RELEASED);
    assertThat(room.refusal(CHEN, edit("q1:text", 1, insert(4, "r", "c"))))
        .isEqualTo(Rejection.FEEDBACK_RELEASED);
  }

  @Test
  void anEditOnAnOlderVersionIsRebasedNotRefused() {
    RoomFixture room = liveRoomWithAQuestionAsked().typed(IVAN, "one");

    Decision decision = room.decide(CHEN, edit("q1:text", 0, insert(0, "two", "c")));

    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    room.after(CHEN, edit("q1:text", 0, insert(0, "two", "c")));
    assertThat(room.room().findDocument("q1:text").orElseThrow().text()).isEqualTo("onetwo");
  }

  @Test
  void refusesAnEditThatDoesNotFitOrIsTooLong() {
    RoomFixture room = liveRoomWithAQuestionAsked();

    assertThat(room.refusal(CHEN, edit("q1:text", 0, insert(7, "x", "c"))))
        .isEqualTo(Rejection.BAD_EDIT);
    assertThat(room.refusal(CHEN, edit("q1:text", 5, insert(0, "x", "c"))))
        .isEqualTo(Rejection.BAD_EDIT);
    assertThat(room.refusal(CHEN, edit("q9:text", 0, insert(0, "x", "c"))))
        .isEqualTo(Rejection.NO_SUCH_DOCUMENT);
    assertThat(room.refusal(CHEN, edit("q1:text", 0, insert(0, "x".repeat(65_537), "c"))))
        .isEqualTo(Rejection.TEXT_TOO_LONG);
    assertThat(room.decide(CHEN, edit("q1:text", 0, insert(0, "x".repeat(65_536), "c"))))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void refusesMoreTextThanOneRoomMayHold() {
    RoomFixture room = openRoom();
    for (int i = 0; i < 3; i++) {
      room.after(PersonId.SYSTEM, new RoomCommand.PlanQuestion(question("q" + i), staff("q" + i)));
    }
    room.after(CHEN, new RoomCommand.GiveConsent())
        .after(IVAN, new RoomCommand.AdmitCandidate(CHEN));
    String part = "x".repeat(65_536);
    for (int question = 1; question <= 4; question++) {
      room.after(IVAN, new RoomCommand.AskQuestion(question - 1));
      String document = "q" + question + ":text";
      for (int i = 0; i < 4; i++) {
        room.after(CHEN, edit(document, i, insert(i * 65_536, part, "c")));
      }
      assertThat(room.refusal(CHEN, edit(document, 4, insert(4 * 65_536, "x", "c"))))
          .isEqualTo(Rejection.TEXT_TOO_LONG);
    }
    room.after(IVAN, new RoomCommand.AskQuestion(4));

    assertThat(room.refusal(CHEN, edit("q5:text", 0, insert(0, "x", "c"))))
        .isEqualTo(Rejection.TEXT_TOO_LONG);
  }

  @Test
  void aPlanHasAnEnd() {
    RoomFixture room = openRoom();
    var more = new RoomCommand.PlanQuestion(question("more"), staff("more"));
    while (room.room().plan().size() < 100) {
      room.after(IVAN, more);
    }

    assertThat(room.refusal(IVAN, more)).isEqualTo(Rejection.PLAN_FULL);
  }

  @Test
  void theEndDoesNotRepeatWhatWasSubmitted() {
    RoomFixture room =
        liveRoomWithAQuestionAsked()
            .typed(CHEN, "done")
            .after(CHEN, new RoomCommand.SubmitAnswer(1, "q1:text", 1));

    assertThat(room.facts(IVAN, new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER)).getLast())
        .isInstanceOfSatisfying(
            RoomEvent.RoomEnded.class,
            ended ->
                assertThat(ended.questions())
                    .containsExactly(new RoomEvent.AskedQuestion(1, question("aof"), 1, "")));
  }

  @Test
  void endingReleasesFeedbackAndKeepsDrafts() {
    RoomFixture room = liveRoomWithAQuestionAsked().typed(CHEN, "unfinished");

    List<RoomEvent> facts = room.facts(IVAN, new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER));

    assertThat(facts)
        .containsExactly(
            new RoomEvent.FeedbackReleased(List.of(1)),
            new RoomEvent.RoomEnded(
                EndReason.BY_INTERVIEWER,
                "Backend",
                room.room().language(),
                room.room().startedAt(),
                List.of(
                    new RoomEvent.Member(IVAN, Capability.INTERVIEW),
                    new RoomEvent.Member(CHEN, Capability.ANSWER),
                    new RoomEvent.Member(OLGA, Capability.OBSERVE)),
                List.of(new RoomEvent.AskedQuestion(1, question("aof"), 0, "unfinished"))));
  }

  @Test
  void whoWasNeverLetInWasNotThere() {
    RoomFixture room =
        openRoom()
            .after(CHEN, new RoomCommand.GiveConsent())
            .after(IVAN, new RoomCommand.AskQuestion(0));

    assertThat(room.facts(IVAN, new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER)).getLast())
        .isInstanceOfSatisfying(
            RoomEvent.RoomEnded.class,
            ended ->
                assertThat(ended.members())
                    .containsExactly(
                        new RoomEvent.Member(IVAN, Capability.INTERVIEW),
                        new RoomEvent.Member(OLGA, Capability.OBSERVE)));
  }

  @Test
  void anEndedRoomTakesNothing() {
    RoomFixture room =
        liveRoomWithAQuestionAsked().after(IVAN, new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER));

    assertThat(room.refusal(CHEN, edit("q1:text", 0, insert(0, "x", "c"))))
        .isEqualTo(Rejection.ROOM_ENDED);
    assertThat(room.refusal(PersonId.SYSTEM, new RoomCommand.EndRoom(EndReason.EMPTY)))
        .isEqualTo(Rejection.ROOM_ENDED);
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
