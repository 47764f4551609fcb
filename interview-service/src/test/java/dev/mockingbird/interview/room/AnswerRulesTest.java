package dev.mockingbird.interview.room;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.edit;
import static dev.mockingbird.interview.room.RoomFixture.insert;
import static dev.mockingbird.interview.room.RoomFixture.liveRoom;
import static dev.mockingbird.interview.room.RoomFixture.liveRoomWithAQuestionAsked;
import static dev.mockingbird.interview.room.RoomFixture.question;
import static dev.mockingbird.interview.room.RoomFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.RoomEvent.RunOutcome;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerRulesTest {

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
  void anAnswerIsInTheLanguageOfItsDocument() {
    RoomFixture room =
        liveRoomWithAQuestionAsked()
            .after(CHEN, edit("q1:python", 0, insert(0, "print(1)", "c")))
            .after(CHEN, new RoomCommand.SubmitAnswer(1, "q1:python", 1));

    assertThat(room.room().findQuestion(1).orElseThrow().answers())
        .singleElement()
        .extracting("text", "language")
        .containsExactly("print(1)", CodeLanguage.PYTHON);
  }

  @Test
  void refusesAnAnswerInADocumentOfAnotherQuestion() {
    RoomFixture room = liveRoomWithAQuestionAsked().after(IVAN, new RoomCommand.AskQuestion(1));

    assertThat(room.refusal(CHEN, new RoomCommand.SubmitAnswer(1, "q2:text", 0)))
        .isEqualTo(Rejection.NO_SUCH_DOCUMENT);
  }

  @Test
  void aRunIsRememberedAsTheBrowserReportsIt() {
    RoomFixture room =
        liveRoomWithAQuestionAsked().after(CHEN, edit("q1:python", 0, insert(0, "1/0", "c")));

    assertThat(room.facts(CHEN, run("q1:python", 1, "ZeroDivisionError")))
        .containsExactly(
            new RoomEvent.CodeRun(
                1, CodeLanguage.PYTHON, 1, RunOutcome.FAILED, "ZeroDivisionError", false, 12));
  }

  @Test
  void refusesARunOfWhatIsNotThere() {
    RoomFixture room = liveRoomWithAQuestionAsked();

    assertThat(room.refusal(CHEN, run("q2:python", 0, ""))).isEqualTo(Rejection.NO_SUCH_DOCUMENT);
    assertThat(room.refusal(CHEN, run("q1:python", 1, ""))).isEqualTo(Rejection.BAD_EDIT);
    assertThat(room.refusal(CHEN, run("q1:python", 0, "x".repeat(16_001))))
        .isEqualTo(Rejection.TEXT_TOO_LONG);
    assertThat(room.decide(CHEN, run("q1:python", 0, "x".repeat(16_000))))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void aQuestionShowsItsLastTwentyRuns() {
    RoomFixture room = liveRoomWithAQuestionAsked();
    IntStream.range(0, 25).forEach(i -> room.after(CHEN, run("q1:python", 0, "run " + i)));

    assertThat(room.room().findQuestion(1).orElseThrow().runs())
        .extracting("output")
        .hasSize(20)
        .startsWith("run 5")
        .endsWith("run 24");
  }

  @Test
  void answersAndOutputsTogetherFillARoom() {
    RoomFixture room = liveRoomWithAQuestionAsked();
    String part = "x".repeat(65_536);
    for (int i = 0; i < 4; i++) {
      room.after(CHEN, edit("q1:text", i, insert(i * 65_536, part, "c")));
    }
    for (int i = 0; i < 15; i++) {
      room.after(CHEN, new RoomCommand.SubmitAnswer(1, "q1:text", 4));
    }
    room.after(CHEN, run("q1:python", 0, "x"));

    assertThat(room.refusal(CHEN, new RoomCommand.SubmitAnswer(1, "q1:text", 4)))
        .isEqualTo(Rejection.ROOM_FULL);
    for (int i = 0; i < 16; i++) {
      room.after(CHEN, run("q1:python", 0, "x".repeat(16_000)));
    }
    assertThat(room.refusal(CHEN, run("q1:python", 0, "x".repeat(16_000))))
        .isEqualTo(Rejection.ROOM_FULL);
    assertThat(room.decide(CHEN, new RoomCommand.PostChat("no room left for answers")))
        .isInstanceOf(Decision.Accepted.class);
  }

  private static RoomCommand run(String document, int version, String output) {
    return new RoomCommand.ReportRun(1, document, version, RunOutcome.FAILED, output, false, 12);
  }
}
