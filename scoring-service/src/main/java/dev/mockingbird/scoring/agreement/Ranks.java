package dev.mockingbird.scoring.agreement;

import java.util.stream.IntStream;

/// Correlations of one question's answers.
final class Ranks {

  private Ranks() {}

  /// Spearman's rank correlation: Pearson's of the ranks, equal values sharing the mean of theirs.
  /// NaN where either side does not vary.
  static double spearman(double[] x, double[] y) {
    return pearson(ranks(x), ranks(y));
  }

  /// Pearson's correlation. NaN where either side does not vary.
  static double pearson(double[] x, double[] y) {
    Sums sums = new Sums();
    for (int i = 0; i < x.length; i++) {
      sums.addPair(x[i], y[i]);
    }
    return sums.pearson();
  }

  /// 1 for the least.
  static double[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
