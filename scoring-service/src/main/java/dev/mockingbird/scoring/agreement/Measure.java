package dev.mockingbird.scoring.agreement;

import dev.mockingbird.scoring.agreement.Sums.Of;
import java.util.function.ToDoubleFunction;

/// A figure that says how well scores agree with grades.
public enum Measure {
  /// Over all answers.
  PEARSON("pearson", Sums::pearson, Of.N, Of.QUESTIONS),
  /// In the file's own scale.
  RMSE("rmse", Sums::rmse, Of.N, Of.QUESTIONS),
  RMSE_OF_100("rmseOf100", Sums::rmse, Of.N, Of.QUESTIONS),
  /// With quadratic weights, over the steps of the file's own scale.
  WEIGHTED_KAPPA("weightedKappa", Sums::weightedKappa, Of.N, Of.QUESTIONS),
  /// Spearman's, the plain mean over questions with at least five answers whose grades vary. (A
  /// mean by Fisher's z is not taken: it has no value at 1, which questions of few answers reach.)
  /// Scores that do not vary tell nothing apart and count as 0.
  RANK_INSIDE("rankInsideQuestions", Sums::rankInside, Of.INSIDE_ANSWERS, Of.INSIDE_QUESTIONS),
  /// Pearson's, the plain mean over the same questions.
  PEARSON_INSIDE(
      "pearsonInsideQuestions", Sums::pearsonInside, Of.INSIDE_ANSWERS, Of.INSIDE_QUESTIONS),
  /// Score less grade in points of 100.
  BIAS("meanDifference", Sums::bias, Of.N, Of.QUESTIONS),
  /// Share of grades that lie in the score's 90 % interval.
  INTERVAL_COVERAGE("intervalCoverage", Sums::intervalCoverage, Of.WITH_INTERVAL, Of.QUESTIONS),
  /// Of answers that people judged correct or not; the scorer does from 50 of 100.
  MACRO_F1("macroF1", Sums::macroF1, Of.LABELLED, Of.QUESTIONS),
  /// Share of the answers that contradict the reference and still have 50 of 100.
  CONTRADICTORY_JUDGED_CORRECT(
      "contradictoryJudgedCorrect",
      Sums::contradictoryJudgedCorrect,
      Of.CONTRADICTORY,
      Of.CONTRADICTORY_QUESTIONS);

  private final String wire;
  private final ToDoubleFunction<Sums> value;
  private final Of answers;
  private final Of questions;

  Measure(String wire, ToDoubleFunction<Sums> value, Of answers, Of questions) {
    this.wire = wire;
    this.value = value;
    this.answers = answers;
    this.questions = questions;
  }

  /// Its name for programs.
  public String wire() {
    return wire;
  }

  /// NaN where it has no value.
  double value(Sums sums) {
    return sums.get(answers) == 0 ? Double.NaN : value.applyAsDouble(sums);
  }

  int answers(Sums sums) {
    return (int) sums.get(answers);
  }

  int questions(Sums sums) {
    return (int) sums.get(questions);
  }
}
