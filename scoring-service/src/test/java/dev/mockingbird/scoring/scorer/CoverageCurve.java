package dev.mockingbird.scoring.scorer;

import java.util.Arrays;
import java.util.List;

/// How far a key point is covered, by the similarity and recall of its words.
///
/// @param b bias, weight of the similarity, weight of the recall
record CoverageCurve(double[] b) {

  /// The curve whose mean over an answer's key points is nearest to the grade (weighted least
  /// squares, by Levenberg and Marquardt's method).
  static CoverageCurve fit(List<GradedAnswer> rows) {
    double[] b = {-4, 7, 2};
    double damping = 1;
    double error = error(rows, b);
    for (int round = 0; round < 60; round++) {
      double[] gradient = new double[3];
      double[][] hessian = new double[3][3];
      for (GradedAnswer row : rows) {
        double[] slope = slope(row, b);
        double miss = row.grade() - coverage(row, b);
        for (int i = 0; i < 3; i++) {
          gradient[i] += row.weight() * miss * slope[i];
          for (int j = 0; j < 3; j++) {
            hessian[i][j] += row.weight() * slope[i] * slope[j];
          }
        }
      }
      for (int i = 0; i < 3; i++) {
        hessian[i][i] *= 1 + damping;
      }
      double[] step = solve(hessian, gradient);
      double[] next = {b[0] + step[0], b[1] + step[1], b[2] + step[2]};
      double nextError = error(rows, next);
      damping = nextError < error ? damping / 3 : damping * 4;
      if (nextError < error) {
        b = next;
        error = nextError;
      }
    }
    return new CoverageCurve(b);
  }

  private static double error(List<GradedAnswer> rows, double[] b) {
    return rows.stream()
        .mapToDouble(row -> row.weight() * Math.pow(row.grade() - coverage(row, b), 2))
        .sum();
  }

  /// Of the mean coverage, by each coefficient.
  private static double[] slope(GradedAnswer row, double[] b) {
    double[] slope = new double[3];
    for (double[] it : row.features()) {
      double p = Calibration.logistic(b[0] + b[1] * it[0] + b[2] * it[1]);
      double each = p * (1 - p) / row.features().length;
      slope[0] += each;
      slope[1] += each * it[0];
      slope[2] += each * it[1];
    }
    return slope;
  }

  private static double[] solve(double[][] a, double[] y) {
    double[] x = y.clone();
    for (int i = 0; i < 3; i++) {
      for (int k = i + 1; k < 3; k++) {
        double factor = a[k][i] / a[i][i];
        for (int j = i; j < 3; j++) {
          a[k][j] -= factor * a[i][j];
        }
        x[k] -= factor * x[i];
      }
    }
    for (int i = 2; i >= 0; i--) {
      for (int j = i + 1; j < 3; j++) {
        x[i] -= a[i][j] * x[j];
      }
      x[i] /= a[i][i];
    }
    return x;
  }

  double coverage(GradedAnswer row) {
    return coverage(row, b);
  }

  private static double coverage(GradedAnswer row, double[] b) {
    return Arrays.stream(row.features())
        .mapToDouble(it -> Calibration.logistic(b[0] + b[1] * it[0] + b[2] * it[1]))
        .average()
        .orElse(0);
  }
}
