package dev.mockingbird.scoring.scorer;

import java.util.List;

/// Logistic regression with a small ridge, by Newton's method.
final class Logistic {

  private static final double RIDGE = 0.1;
  private static final int ROUNDS = 30;

  private Logistic() {}

  /// @return a constant and one coefficient for each column
  static double[] fit(List<double[]> rows, boolean[] yes) {
    int width = rows.getFirst().length + 1;
    double[] b = new double[width];
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[width];
      double[][] hessian = new double[width][width];
      for (int r = 0; r < yes.length; r++) {
        double[] x = withConstant(rows.get(r));
        double p = Calibration.logistic(product(b, x));
        for (int i = 0; i < width; i++) {
          gradient[i] += ((yes[r] ? 1 : 0) - p) * x[i];
          for (int j = 0; j < width; j++) {
            hessian[i][j] += p * (1 - p) * x[i] * x[j];
          }
        }
      }
      for (int i = 0; i < width; i++) {
        gradient[i] -= RIDGE * b[i];
        hessian[i][i] += RIDGE;
      }
      double[] step = solve(hessian, gradient);
      for (int i = 0; i < width; i++) {
        b[i] += step[i];
      }
    }
    return b;
  }

  static double probability(double[] coefficients, double[] row) {
    return Calibration.logistic(product(coefficients, withConstant(row)));
  }

  private static double[] withConstant(double[] row) {
    double[] x = new double[row.length + 1];
    x[0] = 1;
    System.arraycopy(row, 0, x, 1, row.length);
    return x;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /// By Gauss' elimination; the matrix is positive definite.
  private static double[] solve(double[][] a, double[] y) {
    int n = y.length;
    double[] x = y.clone();
    for (int i = 0; i < n; i++) {
      for (int k = i + 1; k < n; k++) {
        double factor = a[k][i] / a[i][i];
        for (int j = i; j < n; j++) {
          a[k][j] -= factor * a[i][j];
        }
        x[k] -= factor * x[i];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= a[i][j] * x[j];
      }
      x[i] /= a[i][i];
    }
    return x;
  }
}
