package dev.mockingbird.scoring.scorer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How well scores agree with grades on questions that were not fitted on.
///
/// @param predicted score of each row
record Agreement(List<GradedAnswer> rows, double[] predicted) {

  private static final Set<String> RATED = Set.of("human", "off-topic");

  /// Leaves one question out after the other.
  static Agreement of(List<GradedAnswer> rows) {
    double[] predicted = new double[rows.size()];
    List<String> folds = rows.stream().map(GradedAnswer::question).distinct().toList();
    for (String fold : folds) {
      List<GradedAnswer> others = rows.stream().filter(it -> !it.question().equals(fold)).toList();
      CoverageCurve curve = CoverageCurve.fit(others);
      ScoreKnots knots = ScoreKnots.fit(others, curve);
      for (int i = 0; i < predicted.length; i++) {
        if (rows.get(i).question().equals(fold)) {
          predicted[i] = knots.at(curve.coverage(rows.get(i)));
        }
      }
    }
    return new Agreement(rows, predicted);
  }

  /// Quantile of the grade among answers scored about as high, on unseen questions. Grades that are
  /// only right or wrong say nothing about an interval.
  double[] ends(double quantile) {
    double[] ends = new double[ScoreKnots.COUNT];
    for (int knot = 0; knot < ScoreKnots.COUNT; knot++) {
      double score = 100.0 * knot / (ScoreKnots.COUNT - 1);
      double[] near =
          IntStream.range(0, predicted.length)
              .filter(i -> RATED.contains(rows.get(i).kind()) && !rows.get(i).set().equals("le"))
              .boxed()
              .sorted(Comparator.comparingDouble(i -> Math.abs(predicted[i] - score)))
              .limit(150)
              .mapToDouble(i -> 100 * rows.get(i).grade() - predicted[i])
              .sorted()
              .toArray();
      ends[knot] = Math.clamp(score + near[(int) (quantile * (near.length - 1))], 0, 100);
    }
    return ends;
  }

  void print() {
    Map<String, List<Integer>> groups =
        IntStream.range(0, rows.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> rows.get(i).set() + " " + rows.get(i).kind(),
                    TreeMap::new,
                    Collectors.toList()));
    groups.forEach(
        (group, members) -> {
          double[] score = members.stream().mapToDouble(i -> predicted[i]).toArray();
          double[] grade = members.stream().mapToDouble(i -> 100 * rows.get(i).grade()).toArray();
          double[] sorted = score.clone();
          Arrays.sort(sorted);
          double squares = 0;
          for (int i = 0; i < score.length; i++) {
            squares += (score[i] - grade[i]) * (score[i] - grade[i]);
          }
          System.out.printf(
              Locale.ROOT,
              "%-18s n %4d  r %.3f  rmse(0-5) %.3f  p10 %.0f p50 %.0f p90 %.0f p95 %.0f%n",
              group,
              score.length,
              correlation(score, grade),
              Math.sqrt(squares / score.length) / 20,
              sorted[sorted.length / 10],
              sorted[sorted.length / 2],
              sorted[sorted.length * 9 / 10],
              sorted[sorted.length * 95 / 100]);
        });
  }

  private static double correlation(double[] x, double[] y) {
    double mx = Arrays.stream(x).average().orElse(0);
    double my = Arrays.stream(y).average().orElse(0);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
