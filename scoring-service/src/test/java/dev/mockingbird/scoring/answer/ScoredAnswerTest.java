package dev.mockingbird.scoring.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.RoomEvent.AnswerSubmitted;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import dev.mockingbird.scoring.story.Interview;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScoredAnswerTest {

  private static final Scorer SCORER = new Scorer("alignment", "2", "2");
  private static final Assessment SCORED = new Assessment.Scored(70, 60, 80, List.of(), List.of());

  private final Interview interview = Interview.withQuestions(1);

  @Test
  void isTheSameHoweverOftenItIsMade() {
    EventEnvelope<?> answer = interview.answer(1, 1, "mine");

    assertThat(event(answer, SCORER, SCORED, Standing.COUNTS))
        .isEqualTo(event(answer, SCORER, SCORED, Standing.COUNTS));
  }

  @Test
  void isAnotherEventForAnotherAnswerScorerCalibrationStandingOrFailure() {
    EventEnvelope<?> answer = interview.answer(1, 1, "mine");

    assertThat(
            Stream.of(
                    event(answer, SCORER, SCORED, Standing.COUNTS),
                    event(interview.answer(1, 2, "mine"), SCORER, SCORED, Standing.COUNTS),
                    event(answer, new Scorer("other", "2", "2"), SCORED, Standing.COUNTS),
                    event(answer, new Scorer("alignment", "3", "2"), SCORED, Standing.COUNTS),
                    event(answer, new Scorer("alignment", "2", "own"), SCORED, Standing.COUNTS),
                    event(answer, SCORER, SCORED, Standing.PROPOSED),
                    event(answer, SCORER, failed(NotScoredReason.SCORING_FAILED), Standing.COUNTS),
                    event(
                        answer, SCORER, failed(NotScoredReason.MODEL_UNAVAILABLE), Standing.COUNTS))
                .map(EventEnvelope::id))
        .doesNotHaveDuplicates();
  }

  @Test
  void namesTheRubricByWhatIsComparedAndNotByTheRest() {
    StaffMaterial staff = Interview.STAFF;
    List<KeyPoint> heavier =
        staff.keyPoints().stream().map(it -> new KeyPoint(it.text(), 3)).toList();

    String rubric = rubric(staff);

    assertThat(rubric).matches("[0-9a-f]{16}");
    assertThat(rubric(new StaffMaterial("other", staff.keyPoints(), List.of(), List.of())))
        .isNotEqualTo(rubric);
    assertThat(rubric(new StaffMaterial(staff.reference(), heavier, List.of(), List.of())))
        .isNotEqualTo(rubric);
    assertThat(
            rubric(
                new StaffMaterial(
                    staff.reference(), staff.keyPoints(), List.of("hint"), List.of("source"))))
        .isEqualTo(rubric);
  }

  private String rubric(StaffMaterial staff) {
    return event(interview.answer(1, 1, "mine", staff), SCORER, SCORED, Standing.COUNTS)
        .data()
        .answer()
        .rubric();
  }

  private static NotScored failed(NotScoredReason reason) {
    return new NotScored(reason);
  }

  private static EventEnvelope<ScoreEvent> event(
      EventEnvelope<?> answer, Scorer scorer, Assessment assessment, Standing standing) {
    return ScoredAnswer.event(
        answer, (AnswerSubmitted) answer.data(), scorer, assessment, standing);
  }
}
