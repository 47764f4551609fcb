package dev.mockingbird.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mockingbird.scoring.agreement.GradedAnswer.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {

  /// F. J. Anscombe, Graphs in Statistical Analysis, 1973, the first of the four sets.
  @Test
  void correlatesAsInAPublishedExample() {
    double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

    assertThat(Ranks.pearson(x, y)).isCloseTo(0.81642, within(5e-6));
  }

  /// Intelligence and hours of television, the example of many textbooks: -29/165.
  @Test
  void ranksAsInAPublishedExample() {
    double[] x = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
    double[] y = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};

    assertThat(Ranks.spearman(x, y)).isCloseTo(-29.0 / 165, within(1e-12));
  }

  @Test
  void givesEqualValuesTheMeanOfTheirRanks() {
    assertThat(Ranks.ranks(new double[] {3, 1, 3, 3, 0})).containsExactly(4, 2, 4, 4, 1);
    // Ranks 1 2.5 2.5 4 and 1 2 3.5 3.5: 3.75 / sqrt(4.5 · 4.5).
    assertThat(Ranks.spearman(new double[] {1, 2, 2, 9}, new double[] {0, 3, 7, 7}))
        .isCloseTo(3.75 / 4.5, within(1e-12));
  }

  /// Scores of 0, 1, 2, 2 against grades 0, 1, 1, 2 of 2. One step of difference is seen once;
  /// raters with these frequencies who judge independently differ by (6 + 2 + 12) / 4 = 5.
  @Test
  void weighsDisagreementsByTheSquareOfTheirSteps() {
    Agreement agreement =
        Agreement.of(
            List.of(graded("a", 0, 2), graded("a", 1, 2), graded("a", 1, 2), graded("a", 2, 2)),
            new double[] {0, 50, 100, 100});

    assertThat(agreement.scale()).isEqualTo(new GradeScale(2, 2, true));
    assertThat(value(agreement, Measure.WEIGHTED_KAPPA)).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void roundsAScoreToTheNearestStepOfTheScale() {
    List<GradedAnswer> halves = List.of(graded("a", 4.5, 5), graded("a", 2, 5), graded("a", 0, 5));

    GradeScale scale = GradeScale.of(halves);

    assertThat(scale).isEqualTo(new GradeScale(5, 10, true));
    assertThat(scale.step(74)).isEqualTo(7);
    assertThat(scale.step(75)).isEqualTo(8);
  }

  @Test
  void comparesGradesOfSeveralScalesOfAHundred() {
    Agreement agreement =
        Agreement.of(List.of(graded("a", 1, 2), graded("a", 10, 10)), new double[] {60, 80});

    assertThat(agreement.scale().own()).isFalse();
    assertThat(agreement.figure(Measure.RMSE)).isEmpty();
    assertThat(value(agreement, Measure.RMSE_OF_100)).isCloseTo(Math.sqrt(250), within(1e-9));
  }

  @Test
  void tellsTheErrorInTheFilesOwnScaleAndWhichWayItGoes() {
    Agreement agreement =
        Agreement.of(
            List.of(graded("a", 5, 5), graded("a", 1, 5), graded("a", 2, 5)),
            new double[] {80, 40, 70});

    // Differences -20, 20, 30 of 100.
    assertThat(value(agreement, Measure.RMSE_OF_100))
        .isCloseTo(Math.sqrt(1700 / 3.0), within(1e-9));
    assertThat(value(agreement, Measure.RMSE)).isCloseTo(Math.sqrt(1700 / 3.0) / 20, within(1e-9));
    assertThat(value(agreement, Measure.BIAS)).isCloseTo(10, within(1e-9));
  }

  @Test
  void ranksInsideQuestionsThatHaveEnoughAnswersOfDifferentGrades() {
    List<GradedAnswer> answers = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    add(answers, scores, "in order", new double[] {0, 1, 2, 3, 4}, 10, 20, 30, 40, 50);
    add(answers, scores, "the other way", new double[] {4, 3, 2, 1, 0}, 10, 20, 30, 40, 50);
    add(answers, scores, "scores that tell nothing", new double[] {0, 1, 2, 3, 4}, 7, 7, 7, 7, 7);
    add(answers, scores, "all the same grade", new double[] {3, 3, 3, 3, 3}, 10, 20, 30, 40, 50);
    add(answers, scores, "too few", new double[] {0, 1, 2, 3}, 40, 30, 20, 10);

    Agreement agreement = Agreement.of(answers, unboxed(scores));

    assertThat(agreement.figure(Measure.RANK_INSIDE))
        .hasValueSatisfying(
            it -> {
              assertThat(it.value()).isCloseTo(0, within(1e-12));
              assertThat(it.questions()).isEqualTo(3);
              assertThat(it.answers()).isEqualTo(15);
            });
  }

  @Test
  void judgesCorrectFromTheMiddleOn() {
    List<GradedAnswer> answers =
        List.of(
            judged("a", Label.CORRECT),
            judged("a", Label.CORRECT),
            judged("a", Label.CORRECT),
            judged("b", Label.INCORRECT),
            judged("b", Label.INCORRECT),
            judged("b", Label.CONTRADICTORY),
            judged("c", Label.CONTRADICTORY));

    Agreement agreement = Agreement.of(answers, new double[] {90, 50, 49, 10, 60, 20, 100});

    // Correct: 2 found, 1 missed, 2 wrongly: 4/7. Not correct: 2 found, 2 missed, 1 wrongly: 4/7.
    assertThat(value(agreement, Measure.MACRO_F1)).isCloseTo(4 / 7.0, within(1e-12));
    assertThat(agreement.figure(Measure.CONTRADICTORY_JUDGED_CORRECT))
        .hasValueSatisfying(
            it -> {
              assertThat(it.value()).isEqualTo(0.5);
              assertThat(it.answers()).isEqualTo(2);
              assertThat(it.questions()).isEqualTo(2);
            });
  }

  @Test
  void countsTheGradesThatLieInTheInterval() {
    List<GradedAnswer> answers =
        List.of(graded("a", 1, 1), graded("a", 0, 1), graded("a", 0.5, 1), graded("a", 0, 1));
    List<Estimate> estimates =
        List.of(
            new Estimate(70, 50, 100, ""),
            new Estimate(30, 1, 60, ""),
            new Estimate(50, 50, 50, ""),
            Estimate.of(10));

    assertThat(Agreement.of(answers, estimates).figure(Measure.INTERVAL_COVERAGE))
        .hasValueSatisfying(
            it -> {
              assertThat(it.value()).isCloseTo(2 / 3.0, within(1e-12));
              assertThat(it.answers()).isEqualTo(3);
            });
  }

  @Test
  void keepsWhatWasNotScoredOutOfEveryFigure() {
    List<GradedAnswer> answers =
        List.of(graded("a", 0, 1), graded("a", 1, 1), graded("a", 1, 1), graded("b", 1, 1));
    List<Estimate> estimates =
        List.of(
            Estimate.of(0),
            Estimate.of(100),
            Estimate.notScored("OTHER_LANGUAGE"),
            Estimate.notScored("NO_REFERENCE"));

    Agreement agreement = Agreement.of(answers, estimates);

    assertThat(agreement.answers()).isEqualTo(4);
    assertThat(agreement.scored()).isEqualTo(2);
    assertThat(agreement.notScored())
        .containsEntry("OTHER_LANGUAGE", 1)
        .containsEntry("NO_REFERENCE", 1);
    assertThat(value(agreement, Measure.RMSE_OF_100)).isZero();
    assertThat(agreement.figure(Measure.PEARSON)).map(Figure::answers).contains(2);
  }

  @Test
  void hasNoFigureWhereThereIsNoneAndNeverNaN() {
    for (Agreement agreement :
        List.of(
            Agreement.of(List.of(), new double[0]),
            Agreement.of(List.of(graded("a", 1, 1)), new double[] {Double.NaN}),
            Agreement.of(List.of(graded("a", 1, 1), graded("a", 1, 1)), new double[] {100, 100}))) {
      assertThat(agreement.figure(Measure.PEARSON)).isEmpty();
      assertThat(agreement.figure(Measure.WEIGHTED_KAPPA)).isEmpty();
      assertThat(agreement.figure(Measure.RANK_INSIDE)).isEmpty();
      assertThat(agreement.figures().values()).allSatisfy(it -> assertThat(it.value()).isFinite());
      assertThat(agreement.few()).isTrue();
    }
  }

  @Test
  void drawsTheSameIntervalsEveryTimeAndByQuestion() {
    List<GradedAnswer> answers = new ArrayList<>();
    double[] scores = new double[200];
    for (int i = 0; i < scores.length; i++) {
      answers.add(graded("q" + i / 10, i % 5, 4));
      // All answers to one question are off by the same.
      scores[i] = Math.clamp(25 * (i % 5) + (i / 10 % 2 == 0 ? 20 : -20), 0, 100);
    }

    Agreement agreement = Agreement.of(answers, scores);

    assertThat(agreement).isEqualTo(Agreement.of(answers, scores));
    assertThat(agreement.few()).isFalse();
    Figure bias = agreement.figure(Measure.BIAS).orElseThrow();
    // Twenty questions of ±16: a standard error of 3.6, not the 1.2 of independent answers.
    assertThat(bias.interval())
        .isNotNull()
        .satisfies(it -> assertThat(it.high() - it.low()).isBetween(11.0, 17.0));
  }

  @Test
  void hasNoIntervalForAFewQuestions() {
    Agreement agreement =
        Agreement.of(
            List.of(graded("a", 0, 1), graded("b", 1, 1), graded("b", 0, 1)),
            new double[] {10, 90, 20});

    assertThat(agreement.figure(Measure.PEARSON))
        .hasValueSatisfying(it -> assertThat(it.interval()).isNull());
  }

  private static double value(Agreement agreement, Measure measure) {
    return agreement.figure(measure).orElseThrow().value();
  }

  private static void add(
      List<GradedAnswer> answers,
      List<Double> scores,
      String question,
      double[] grades,
      double... scored) {
    IntStream.range(0, grades.length).forEach(i -> answers.add(graded(question, grades[i], 4)));
    DoubleStream.of(scored).forEach(scores::add);
  }

  private static double[] unboxed(List<Double> values) {
    return Arrays.stream(values.toArray(Double[]::new)).mapToDouble(Double::doubleValue).toArray();
  }

  private static GradedAnswer graded(String question, double grade, double maxGrade) {
    return Grades.of(question, grade, maxGrade);
  }

  private static GradedAnswer judged(String question, Label label) {
    return Grades.of(question, label == Label.CORRECT ? 1 : 0, 1, label);
  }
}
