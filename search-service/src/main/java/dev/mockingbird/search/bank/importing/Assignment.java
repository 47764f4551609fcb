package dev.mockingbird.search.bank.importing;

import java.util.Arrays;

/// Pairs rows with columns so that the gains of all pairs are highest together (the Hungarian
/// method).
final class Assignment {

  private Assignment() {}

  /// @param gains of each row with each column; nothing below or at 0 is paired
  /// @return the column of each row, -1 for none
  static int[] best(double[][] gains) {
    int rows = gains.length;
    int columns = rows == 0 ? 0 : gains[0].length;
    int size = Math.max(rows, columns);
    double[] u = new double[size + 1];
    double[] v = new double[size + 1];
    int[] rowOf = new int[size + 1];
    int[] way = new int[size + 1];
    for (int row = 1; row <= size; row++) {
      rowOf[0] = row;
      int column = 0;
      double[] least = new double[size + 1];
      boolean[] used = new boolean[size + 1];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      do {
        used[column] = true;
        int at = rowOf[column];
        double delta = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int j = 1; j <= size; j++) {
          if (used[j]) {
            continue;
          }
          double reduced = cost(gains, at - 1, j - 1) - u[at] - v[j];
          if (reduced < least[j]) {
            least[j] = reduced;
            way[j] = column;
          }
          if (least[j] < delta) {
            delta = least[j];
            next = j;
          }
        }
        for (int j = 0; j <= size; j++) {
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
    int[] pairs = new int[rows];
    Arrays.fill(pairs, -1);
    for (int j = 1; j <= columns; j++) {
      int row = rowOf[j] - 1;
      if (row >= 0 && row < rows && gains[row][j - 1] > 0) {
        pairs[row] = j - 1;
      }
    }
    return pairs;
  }

  private static double cost(double[][] gains, int row, int column) {
    boolean real = row < gains.length && column < gains[row].length;
    return real ? -Math.max(0, gains[row][column]) : 0;
  }
}
