package dev.mockingbird.interview.room;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.liveRoom;
import static dev.mockingbird.interview.room.RoomFixture.liveRoomWithAQuestionAsked;
import static dev.mockingbird.interview.room.RoomFixture.openRoom;
import static dev.mockingbird.interview.room.RoomFixture.question;
import static dev.mockingbird.interview.room.RoomFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.Questions;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.interview.document.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionRulesTest {

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
  void aPlanHasAnEnd() {
    RoomFixture room = openRoom();
    var more = new RoomCommand.PlanQuestion(question("more"), staff("more"));
    while (room.room().plan().size() < 100) {
      room.after(IVAN, more);
    }

    assertThat(room.refusal(IVAN, more)).isEqualTo(Rejection.PLAN_FULL);
  }

  @Test
  void aQuestionThatIsTooLongIsRefusedWhenItIsPlanned() {
    RoomFixture room = openRoom();
    int rest = Questions.LONGEST - Questions.length(question("aof"), staff("aof"));

    assertThat(room.decide(IVAN, withReference(rest))).isInstanceOf(Decision.Accepted.class);
    assertThat(room.refusal(IVAN, withReference(rest + 1))).isEqualTo(Rejection.QUESTION_TOO_LONG);
  }

  @Test
  void aPlanHoldsAMegabyteOfText() {
    RoomFixture room = openRoom();
    while (room.room().plan().size() < 19) {
      room.after(IVAN, withReference(60 * 1024));
    }

    assertThat(room.refusal(IVAN, withReference(Questions.LONGEST - 100)))
        .isEqualTo(Rejection.PLAN_FULL);
  }

  /// @param more units of text than the question `aof` has
  private static RoomCommand.PlanQuestion withReference(int more) {
    StaffMaterial few = staff("aof");
    return new RoomCommand.PlanQuestion(
        question("aof"),
        new StaffMaterial(
            few.reference() + "字".repeat(more),
            few.keyPoints(),
            few.hints(),
            few.sources(),
            few.rubric(),
            few.followUps()));
  }

  @Test
  void theChosenLanguageIsShownAndNothingIsCleared() {
    RoomFixture room =
        liveRoomWithAQuestionAsked()
            .typed(CHEN, "first in words")
            .after(CHEN, new RoomCommand.ChooseLanguage(1, CodeLanguage.PYTHON));

    assertThat(room.room().findQuestion(1).orElseThrow().document()).isEqualTo("q1:python");
    assertThat(room.room().findDocument("q1:text"))
        .get()
        .extracting(Document::text)
        .isEqualTo("first in words");
  }

  @Test
  void choosingTheLanguageThatIsShownWritesNothing() {
    assertThat(
            liveRoomWithAQuestionAsked()
                .facts(IVAN, new RoomCommand.ChooseLanguage(1, CodeLanguage.TEXT)))
        .isEmpty();
  }

  @Test
  void whatBelongsToAQuestionNeedsOneThatWasAsked() {
    for (RoomCommand command :
        List.of(
            new RoomCommand.ShowHint(1),
            new RoomCommand.AskFollowUp(1, "and?"),
            new RoomCommand.ChooseLanguage(1, CodeLanguage.GO),
            new RoomCommand.TickKeyPoint(1, 0, true),
            new RoomCommand.AllotTime(1, 5))) {
      assertThat(liveRoom().refusal(IVAN, command))
          .as(command.toString())
          .isEqualTo(Rejection.NO_SUCH_QUESTION);
    }
  }

  @Test
  void aFollowUpIsAskedOnTheSpot() {
    RoomFixture room =
        liveRoomWithAQuestionAsked().after(IVAN, new RoomCommand.AskFollowUp(1, "主节点宕机呢？"));

    assertThat(room.room().findQuestion(1).orElseThrow().followUps())
        .containsExactly(new AskedQuestion.FollowUp(room.now(), IVAN, "主节点宕机呢？"));
  }

  @Test
  void aFollowUpSaysSomethingAndNotTooMuch() {
    RoomFixture room = liveRoomWithAQuestionAsked();

    assertThat(room.refusal(IVAN, new RoomCommand.AskFollowUp(1, " \n")))
        .isEqualTo(Rejection.TEXT_EMPTY);
    assertThat(room.refusal(IVAN, new RoomCommand.AskFollowUp(1, "x".repeat(2_001))))
        .isEqualTo(Rejection.TEXT_TOO_LONG);
    assertThat(room.decide(IVAN, new RoomCommand.AskFollowUp(1, "x".repeat(2_000))))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void aKeyPointIsTickedAndTakenBackAndEachChangeIsWrittenOnce() {
    RoomFixture room = liveRoomWithAQuestionAsked();
    var tick = new RoomCommand.TickKeyPoint(1, 0, true);
    var takeBack = new RoomCommand.TickKeyPoint(1, 0, false);

    assertThat(room.facts(IVAN, takeBack)).isEmpty();
    room.after(IVAN, tick);
    assertThat(room.facts(IVAN, tick)).isEmpty();
    assertThat(room.room().findQuestion(1).orElseThrow().covered()).containsExactly(0);
    room.after(IVAN, takeBack);
    assertThat(room.room().findQuestion(1).orElseThrow().covered()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 99})
  void refusesAKeyPointThatTheQuestionDoesNotHave(int keyPoint) {
    assertThat(
            liveRoomWithAQuestionAsked()
                .refusal(IVAN, new RoomCommand.TickKeyPoint(1, keyPoint, true)))
        .isEqualTo(Rejection.NO_SUCH_KEY_POINT);
  }

  @Test
  void deadlinesCountFromTheAskingAndFromTheStart() {
    RoomFixture room = liveRoomWithAQuestionAsked();
    Instant started = room.room().startedAt();
    Instant asked = room.room().findQuestion(1).orElseThrow().askedAt();

    assertThat(room.room().deadline()).isEqualTo(started.plus(Duration.ofMinutes(45)));
    assertThat(deadline(room)).isEqualTo(asked.plus(Duration.ofMinutes(5)));
    room.after(IVAN, new RoomCommand.AllotTime(1, 12))
        .after(IVAN, new RoomCommand.AllotTime(null, 60));
    assertThat(deadline(room)).isEqualTo(asked.plus(Duration.ofMinutes(12)));
    assertThat(room.room().deadline()).isEqualTo(started.plus(Duration.ofMinutes(60)));
    assertThat(room.room().plannedMinutes()).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "480, true", "481, false", "-5, false"})
  void timeIsAllottedWithinBounds(int minutes, boolean possible) {
    Decision decision =
        liveRoomWithAQuestionAsked().decide(IVAN, new RoomCommand.AllotTime(null, minutes));

    assertThat(decision).isInstanceOf(possible ? Decision.Accepted.class : Decision.Rejected.class);
    if (decision instanceof Decision.Rejected(Rejection reason)) {
      assertThat(reason).isEqualTo(Rejection.BAD_MINUTES);
    }
  }

  @Test
  void noEndIsSetIntoThePast() {
    RoomFixture room = liveRoomWithAQuestionAsked().waiting(Duration.ofMinutes(50));

    assertThat(room.refusal(IVAN, new RoomCommand.AllotTime(null, 50)))
        .as("a few seconds later, so that the system cannot end the room for it")
        .isEqualTo(Rejection.BAD_MINUTES);
    assertThat(room.refusal(IVAN, new RoomCommand.AllotTime(1, 49)))
        .isEqualTo(Rejection.BAD_MINUTES);
    assertThat(room.facts(IVAN, new RoomCommand.AllotTime(null, 51)))
        .containsExactly(new RoomEvent.TimeAllotted(null, 51));
    assertThat(room.facts(IVAN, new RoomCommand.AllotTime(1, 51)))
        .containsExactly(new RoomEvent.TimeAllotted(1, 51));
    assertThat(room.refusal(IVAN, new RoomCommand.AllotTime(7, 51)))
        .isEqualTo(Rejection.NO_SUCH_QUESTION);
  }

  @Test
  void beforeTheStartAnyPlanIsAhead() {
    RoomFixture room = openRoom().waiting(Duration.ofDays(3));

    assertThat(room.facts(IVAN, new RoomCommand.AllotTime(null, 5)))
        .containsExactly(new RoomEvent.TimeAllotted(null, 5));
  }

  private static Instant deadline(RoomFixture room) {
    return room.room().findQuestion(1).orElseThrow().deadline();
  }
}
