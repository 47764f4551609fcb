package dev.mockingbird.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Rule;
import dev.mockingbird.scoring.scorer.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibratingTest {

  private static final Scorer SCORER = new Scorer("alignment", "2", "2");
  private static final Map<Language, String> MODELS = Map.of(Language.ENGLISH, "abc");

  private final List<GradedAnswer> answers = new ArrayList<>();
  private final List<Assessment> assessments = new ArrayList<>();

  @Test
  void learnsFromLenientGradersAndSaysWhatThatIsWorth() throws CalibrationRefused {
    for (Pair pair : CurveFitTest.lenient(400)) {
      add(pair.question(), pair.grade(), scored(pair.score()));
    }
    add("q1", 100, new NotScored(NotScoredReason.TOO_LITTLE_TEXT));

    Calibrating made = Calibrating.of(SCORER, MODELS, answers, assessments);

    CalibrationTrial trial = made.trials().getFirst();
    assertThat(trial.helps()).isTrue();
    assertThat(trial.own().scored()).isEqualTo(400);
    assertThat(value(trial.own(), Measure.RMSE_OF_100)).isLessThan(12);
    assertThat(value(trial.shipped(), Measure.RMSE_OF_100)).isGreaterThan(20);
    assertThat(value(trial.own(), Measure.INTERVAL_COVERAGE)).isBetween(0.85, 0.96);
    assertThat(trial.change().value()).isLessThan(-10);

    var scorer = CalibratedScorer.with(made.calibration(), _ -> scored(50));
    assertThat(scorer.name()).isEqualTo(new Scorer("alignment", "2", made.calibration().name()));
    assertThat(scorer.apply(submission(Language.ENGLISH)))
        .isInstanceOfSatisfying(
            Scored.class,
            it -> {
              assertThat(it.score()).isBetween(64, 76);
              assertThat(it.low()).isLessThan(it.score());
              assertThat(it.high()).isGreaterThan(it.score());
            });
    assertThat(scorer.apply(submission(Language.CHINESE))).isEqualTo(scored(50));
  }

  /// Grades that are already what the scores say, but for chance.
  @Test
  void saysSoWhenItDoesNotHelp() throws CalibrationRefused {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      double score = random.nextInt(101);
      double grade = Math.clamp(score + 10 * random.nextGaussian(), 0, 100);
      add("q" + i % 20, grade, scored(score));
    }

    CalibrationTrial trial =
        Calibrating.of(SCORER, MODELS, answers, assessments).trials().getFirst();

    assertThat(trial.helps()).isFalse();
    assertThat(trial.change().value()).isBetween(-1.0, 1.0);
  }

  @Test
  void takesItsTenPointsFromNoAnswerThatWasDeniedThem() throws CalibrationRefused {
    for (Pair pair : CurveFitTest.lenient(400)) {
      add(pair.question(), pair.grade(), scored(pair.score()));
    }
    Scored echo = new Scored(5, 0, 10, List.of(Rule.ECHO), List.of());

    TeamCalibration calibration =
        Calibrating.of(SCORER, MODELS, answers, assessments).calibration();

    assertThat(CalibratedScorer.with(calibration, _ -> echo).apply(submission(Language.ENGLISH)))
        .isEqualTo(echo);
  }

  @Test
  void refusesToLearnFromAHandful() {
    for (int i = 0; i < 29; i++) {
      add("q" + i, 50, scored(50));
    }

    assertThatExceptionOfType(CalibrationRefused.class)
        .isThrownBy(() -> Calibrating.of(SCORER, MODELS, answers, assessments))
        .withMessageContaining("30 scored answers to 5 questions");
  }

  private static double value(Agreement agreement, Measure measure) {
    return agreement.figure(measure).orElseThrow().value();
  }

  private void add(String question, double grade, Assessment assessment) {
    answers.add(Grades.of(question, grade, 100));
    assessments.add(assessment);
  }

  private static Scored scored(double score) {
    return new Scored(
        (int) score,
        (int) Math.max(0, score - 5),
        (int) Math.min(100, score + 5),
        List.of(),
        List.of());
  }

  private static Submission submission(Language language) {
    return new Submission("q", List.of(), List.of(), "a", language);
  }
}
