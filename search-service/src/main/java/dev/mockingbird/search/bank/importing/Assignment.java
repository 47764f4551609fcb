package dev.mockingbird.search.bank.importing;

import java.util.Arrays;

/// Pairs rows with columns so that the gains of all pairs are highest together (the Hungarian
/// method). Takes time with the shorter side squared times the longer one.
final class Assignment {

  private Assignment() {}

  /// @param gains of each row with each column; nothing below or at 0 is paired
  /// @return the column of each row, -1 for none
  static int[] best(double[][] gains) {
    int rows = gains.length;
    int columns = rows == 0 ? 0 : gains[0].length;
    int[] pairs = new int[rows];
    Arrays.fill(pairs, -1);
    boolean tall = rows > columns;
    int[] rowOf = rowOf(tall ? transposed(gains, columns) : gains);
    for (int j = 1; j < rowOf.length; j++) {
      int row = tall ? j - 1 : rowOf[j] - 1;
      int column = tall ? rowOf[j] - 1 : j - 1;
      if (row >= 0 && column >= 0 && gains[row][column] > 0) {
        pairs[row] = column;
      }
    }
    return pairs;
  }

  /// @param gains no more rows than columns
  /// @return the row of each column, both counted from 1, 0 for none
  private static int[] rowOf(double[][] gains) {
    int rows = gains.length;
    int columns = rows == 0 ? 0 : gains[0].length;
    double[] u = new double[rows + 1];
    double[] v = new double[columns + 1];
    int[] rowOf = new int[columns + 1];
    int[] way = new int[columns + 1];
    for (int row = 1; row <= rows; row++) {
      rowOf[0] = row;
      int column = 0;
      double[] least = new double[columns + 1];
      boolean[] used = new boolean[columns + 1];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      do {
        used[column] = true;
        int at = rowOf[column];
        double delta = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int j = 1; j <= columns; j++) {
          if (used[j]) {
            continue;
          }
          double reduced = -Math.max(0, gains[at - 1][j - 1]) - u[at] - v[j];
          if (reduced < least[j]) {
            least[j] = reduced;
            way[j] = column;
          }
          if (least[j] < delta) {
            delta = least[j];
            next = j;
          }
        }
        for (int j = 0; j <= columns; j++) {
          if (used[j]) {
            u[rowOf[j]] += delta;
            v[j] -= delta;
          } else {
            least[j] -= delta;
          }
        }
        column = next;
      } while (rowOf[column] != 0);
      do {
        int before = way[column];
        rowOf[column] = rowOf[before];
        column = before;
      } while (column != 0);
    }
    return rowOf;
  }

  private static double[][] transposed(double[][] gains, int columns) {
    double[][] transposed = new double[columns][gains.length];
    for (int i = 0; i < gains.length; i++) {
      for (int j = 0; j < columns; j++) {
        transposed[j][i] = gains[i][j];
      }
    }
    return transposed;
  }
}
