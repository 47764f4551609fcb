package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.Aspects.Aspect;
import dev.mockingbird.scoring.scorer.Calibration.Curve;
import java.util.Arrays;
import java.util.List;

/// A sum of curves, one for each aspect, that never fall: each is a row of ramps between knots at
/// the aspect's quantiles, and the height of every ramp is at least 0. Least squares with a ridge,
/// by coordinate descent; the problem is convex.
final class Ramps {

  private static final int KNOTS = 8;
  private static final double RIDGE = 0.005;
  private static final int ROUNDS = 400;

  private final double[][] knots;
  private final double[] heights;
  private final double bias;

  private Ramps(double[][] knots, double[] heights, double bias) {
    this.knots = knots;
    this.heights = heights;
    this.bias = bias;
  }

  /// @param aspects of each row
  static Ramps fit(List<double[]> aspects, double[] grades, double[] weights) {
    double[][] knots = new double[Aspect.values().length][];
    for (int a = 0; a < knots.length; a++) {
      int at = a;
      knots[a] = knots(aspects.stream().mapToDouble(it -> it[at]).sorted().toArray());
    }
    double[][] rows = aspects.stream().map(it -> expanded(it, knots)).toArray(double[][]::new);
    int width = rows[0].length;
    double total = Arrays.stream(weights).sum();
    double[] mean = new double[width];
    double meanGrade = 0;
    for (int r = 0; r < rows.length; r++) {
      double w = weights[r] / total;
      meanGrade += w * grades[r];
      for (int i = 0; i < width; i++) {
        mean[i] += w * rows[r][i];
      }
    }
    double[][] hessian = new double[width][width];
    double[] pull = new double[width];
    for (int r = 0; r < rows.length; r++) {
      double w = weights[r] / total;
      for (int i = 0; i < width; i++) {
        double x = w * (rows[r][i] - mean[i]);
        pull[i] += x * (grades[r] - meanGrade);
        for (int j = 0; j <= i; j++) {
          hessian[i][j] += x * (rows[r][j] - mean[j]);
        }
      }
    }
    double[] heights = new double[width];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < width; i++) {
        double left = pull[i] - RIDGE * heights[i];
        for (int j = 0; j < width; j++) {
          left -= (j <= i ? hessian[i][j] : hessian[j][i]) * heights[j];
        }
        heights[i] = Math.max(0, heights[i] + left / (hessian[i][i] + RIDGE));
      }
    }
    double bias = meanGrade;
    for (int i = 0; i < width; i++) {
      bias -= mean[i] * heights[i];
    }
    return new Ramps(knots, heights, bias);
  }

  double sum(double[] aspects) {
    double[] ramps = expanded(aspects, knots);
    double sum = bias;
    for (int i = 0; i < ramps.length; i++) {
      sum += heights[i] * ramps[i];
    }
    return sum;
  }

  /// The bias goes to the first.
  Curve[] curves() {
    Curve[] curves = new Curve[knots.length];
    int ramp = 0;
    for (int a = 0; a < knots.length; a++) {
      double[] value = new double[knots[a].length];
      value[0] = a == 0 ? bias : 0;
      for (int k = 1; k < value.length; k++) {
        value[k] = value[k - 1] + heights[ramp++];
      }
      curves[a] = new Curve(knots[a], value);
    }
    return curves;
  }

  private static double[] knots(double[] sorted) {
    double[] knots = new double[KNOTS + 1];
    int count = 1;
    for (int k = 0; k < KNOTS; k++) {
      double place = 0.02 + 0.96 * k / (KNOTS - 1);
      double knot = sorted[(int) Math.round(place * (sorted.length - 1))];
      if (knot > knots[count - 1] + 1e-3) {
        knots[count++] = knot;
      }
    }
    return count == 1 ? new double[] {0, 1} : Arrays.copyOf(knots, count);
  }

  private static double[] expanded(double[] aspects, double[][] knots) {
    double[] ramps = new double[Arrays.stream(knots).mapToInt(it -> it.length - 1).sum()];
    int at = 0;
    for (int a = 0; a < knots.length; a++) {
      for (int k = 1; k < knots[a].length; k++) {
        ramps[at++] =
            Math.clamp((aspects[a] - knots[a][k - 1]) / (knots[a][k] - knots[a][k - 1]), 0, 1);
      }
    }
    return ramps;
  }
}
