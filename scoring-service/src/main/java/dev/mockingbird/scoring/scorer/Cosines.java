package dev.mockingbird.scoring.scorer;

/// For each token of a key point, the most similar token of the answer.
///
/// @param best cosine, -1 where the answer is empty
/// @param where index of that token of the answer, -1 where the answer is empty
record Cosines(float[] best, int[] where) {

  static Cosines of(float[][] keyPoint, float[][] answer) {
    float[] best = new float[keyPoint.length];
    int[] where = new int[keyPoint.length];
    float[][] columns = transposed(answer);
    float[] products = new float[answer.length];
    for (int i = 0; i < keyPoint.length; i++) {
      java.util.Arrays.fill(products, 0);
      for (int d = 0; d < columns.length; d++) {
        addScaled(products, columns[d], keyPoint[i][d]);
      }
      best[i] = -1;
      where[i] = -1;
      for (int j = 0; j < products.length; j++) {
        if (products[j] > best[i]) {
          best[i] = products[j];
          where[i] = j;
        }
      }
    }
    return new Cosines(best, where);
  }

  /// In this order of loops the compiler uses vector instructions without changing a bit.
  private static void addScaled(float[] sums, float[] column, float factor) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += column[j] * factor;
    }
  }

  private static float[][] transposed(float[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    float[][] columns = new float[width][rows.length];
    for (int j = 0; j < rows.length; j++) {
      for (int d = 0; d < width; d++) {
        columns[d][j] = rows[j][d];
      }
    }
    return columns;
  }
}
