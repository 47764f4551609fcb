package dev.mockingbird.scoring.agreement;

/// Sums over answers from which every figure follows: to draw questions anew is to add their sums,
/// and no answer is looked at twice.
final class Sums {

  /// Names of the sums. `X` is the score and `Y` the grade, both of 100 and less 50, which keeps
  /// digits; `BIN_X` and `BIN_Y` are the steps of the scale that they are nearest to.
  enum Of {
    N,
    QUESTIONS,
    X,
    Y,
    XX,
    YY,
    XY,
    BIN_X,
    BIN_Y,
    BIN_XX,
    BIN_YY,
    BIN_DIFFERENCE_SQUARED,
    INSIDE_QUESTIONS,
    INSIDE_ANSWERS,
    INSIDE_RANK,
    INSIDE_PEARSON,
    WITH_INTERVAL,
    INTERVAL_HOLDS,
    LABELLED,
    TRUE_CORRECT,
    FALSE_CORRECT,
    FALSE_INCORRECT,
    CONTRADICTORY,
    CONTRADICTORY_QUESTIONS,
    CONTRADICTORY_JUDGED_CORRECT
  }

  private static final double MIDDLE = 50;

  private final double[] sums = new double[Of.values().length];

  double get(Of name) {
    return sums[name.ordinal()];
  }

  void add(Of name, double value) {
    sums[name.ordinal()] += value;
  }

  void add(Sums other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
  }

  /// A pair of a score and a grade, both of 100.
  void addPair(double score, double grade) {
    double x = score - MIDDLE;
    double y = grade - MIDDLE;
    add(Of.N, 1);
    add(Of.X, x);
    add(Of.Y, y);
    add(Of.XX, x * x);
    add(Of.YY, y * y);
    add(Of.XY, x * y);
  }

  void addSteps(long score, long grade) {
    add(Of.BIN_X, score);
    add(Of.BIN_Y, grade);
    add(Of.BIN_XX, (double) score * score);
    add(Of.BIN_YY, (double) grade * grade);
    add(Of.BIN_DIFFERENCE_SQUARED, (double) (score - grade) * (score - grade));
  }

  /// Pearson's product-moment correlation; NaN where either side does not vary.
  double pearson() {
    double n = get(Of.N);
    double x = spread(n, get(Of.X), get(Of.XX));
    double y = spread(n, get(Of.Y), get(Of.YY));
    double together = n * get(Of.XY) - get(Of.X) * get(Of.Y);
    return x == 0 || y == 0 ? Double.NaN : Math.clamp(together / Math.sqrt(x * y), -1, 1);
  }

  /// n² times the variance, 0 where nothing but rounding is left of it.
  private static double spread(double n, double sum, double squares) {
    double spread = n * squares - sum * sum;
    return spread <= 1e-12 * n * squares ? 0 : spread;
  }

  /// Root of the mean squared difference, in points of 100.
  double rmse() {
    double squares = get(Of.XX) - 2 * get(Of.XY) + get(Of.YY);
    return Math.sqrt(Math.max(0, squares) / get(Of.N));
  }

  /// Mean of score less grade, in points of 100: above 0 the scorer is the more lenient.
  double bias() {
    return (get(Of.X) - get(Of.Y)) / get(Of.N);
  }

  /// Weighted kappa with quadratic weights (J. Cohen, Psychological Bulletin 70, 1968): 1 less the
  /// squared differences seen over those that two independent raters with the same frequencies
  /// would have. Both follow from sums, without the table of the raters; how many steps there are
  /// falls out.
  double weightedKappa() {
    double n = get(Of.N);
    double byChance = get(Of.BIN_XX) + get(Of.BIN_YY) - 2 * get(Of.BIN_X) * get(Of.BIN_Y) / n;
    return byChance <= 1e-12 ? Double.NaN : 1 - get(Of.BIN_DIFFERENCE_SQUARED) / byChance;
  }

  double rankInside() {
    return get(Of.INSIDE_RANK) / get(Of.INSIDE_QUESTIONS);
  }

  double pearsonInside() {
    return get(Of.INSIDE_PEARSON) / get(Of.INSIDE_QUESTIONS);
  }

  double intervalCoverage() {
    return get(Of.INTERVAL_HOLDS) / get(Of.WITH_INTERVAL);
  }

  /// Mean of the F1 of both classes, correct and not; a class that neither side ever names has
  /// none.
  double macroF1() {
    double right = get(Of.TRUE_CORRECT);
    double wrongly = get(Of.FALSE_CORRECT);
    double missed = get(Of.FALSE_INCORRECT);
    double rightly = get(Of.LABELLED) - right - wrongly - missed;
    double correct = 2 * right / (2 * right + wrongly + missed);
    double incorrect = 2 * rightly / (2 * rightly + wrongly + missed);
    return (correct + incorrect) / 2;
  }

  double contradictoryJudgedCorrect() {
    return get(Of.CONTRADICTORY_JUDGED_CORRECT) / get(Of.CONTRADICTORY);
  }
}
