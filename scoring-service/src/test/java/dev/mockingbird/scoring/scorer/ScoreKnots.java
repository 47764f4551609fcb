package dev.mockingbird.scoring.scorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// From the mean coverage of an answer's key points to its score.
///
/// @param scores at even steps of the coverage
record ScoreKnots(double[] scores) {

  static final int COUNT = 11;

  /// Isotonic regression of the grade on the coverage (pool adjacent violators), read off at even
  /// steps; nothing covered is 0, everything is 100.
  static ScoreKnots fit(List<GradedAnswer> rows, CoverageCurve curve) {
    List<double[]> pools = new ArrayList<>();
    rows.stream()
        .filter(row -> row.weight() > 0)
        .map(row -> new double[] {curve.coverage(row), row.grade(), row.weight()})
        .sorted(Comparator.comparingDouble(it -> it[0]))
        .forEach(
            point -> {
              double[] pool = {point[0] * point[2], point[1] * point[2], point[2]};
              while (!pools.isEmpty()
                  && pools.getLast()[1] / pools.getLast()[2] >= pool[1] / pool[2]) {
                double[] before = pools.removeLast();
                for (int i = 0; i < 3; i++) {
                  pool[i] += before[i];
                }
              }
              pools.add(pool);
            });
    List<double[]> line = new ArrayList<>();
    line.add(new double[] {0, 0});
    pools.stream()
        .filter(it -> it[2] >= 8)
        .forEach(it -> line.add(new double[] {it[0] / it[2], 100 * it[1] / it[2]}));
    line.add(new double[] {1, 100});
    return new ScoreKnots(
        IntStream.range(0, COUNT)
            .mapToDouble(i -> i / (COUNT - 1.0))
            .map(coverage -> (interpolated(line, coverage) + 100 * coverage) / 2)
            .toArray());
  }

  private static double interpolated(List<double[]> line, double x) {
    for (int i = 1; i < line.size(); i++) {
      double[] left = line.get(i - 1);
      double[] right = line.get(i);
      if (x <= right[0]) {
        double share = right[0] == left[0] ? 1 : (x - left[0]) / (right[0] - left[0]);
        return left[1] + share * (right[1] - left[1]);
      }
    }
    return 100;
  }

  double at(double x) {
    double place = Math.clamp(x, 0, 1) * (scores.length - 1);
    int left = Math.min((int) place, scores.length - 2);
    return scores[left] + (place - left) * (scores[left + 1] - scores[left]);
  }

  /// The coverage from which on a score is reached.
  double where(double score) {
    for (int i = 0; i <= 1000; i++) {
      if (at(i / 1000.0) >= score) {
        return i / 1000.0;
      }
    }
    return 1;
  }
}
