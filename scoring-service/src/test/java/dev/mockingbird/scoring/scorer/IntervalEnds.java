package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.Calibration.Curve;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The 90 % interval: between which grades the answers lie that were scored about as high, on
/// questions that the scores were not fitted on.
final class IntervalEnds {

  private static final int KNOTS = 11;
  private static final int NEAR = 200;
  private static final double OUTSIDE = 0.05;

  private IntervalEnds() {}

  /// @param scores 0 to 1
  static Calibration in(Calibration calibration, List<Graded> rows, double[] scores) {
    return new Calibration(
        calibration.model(),
        calibration.sha256(),
        calibration.center(),
        calibration.curves(),
        calibration.levels(),
        calibration.covered(),
        calibration.partly(),
        calibration.offTopic(),
        ends(rows, scores, OUTSIDE),
        ends(rows, scores, 1 - OUTSIDE));
  }

  private static Curve ends(List<Graded> rows, double[] scores, double quantile) {
    double[] at = new double[KNOTS];
    double[] ends = new double[KNOTS];
    for (int knot = 0; knot < KNOTS; knot++) {
      double score = knot / (KNOTS - 1.0);
      at[knot] = score;
      double[] near =
          IntStream.range(0, scores.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> Math.abs(scores[i] - score)))
              .limit(NEAR)
              .mapToDouble(i -> rows.get(i).grade() - scores[i])
              .sorted()
              .toArray();
      ends[knot] = Math.clamp(score + near[(int) Math.round(quantile * (near.length - 1))], 0, 1);
    }
    return new Curve(at, ends);
  }
}
