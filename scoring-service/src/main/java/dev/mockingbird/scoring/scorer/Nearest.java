package dev.mockingbird.scoring.scorer;

/// For each token of one text, the most similar token of another.
///
/// @param cosine 0 to 1; 0 where the other is empty or nothing is similar
/// @param where index of that token, -1 where the other is empty
record Nearest(float[] cosine, int[] where) {

  static Nearest of(float[][] text, float[][] other) {
    float[] best = new float[text.length];
    int[] where = new int[text.length];
    float[][] columns = transposed(other);
    float[] products = new float[other.length];
    for (int i = 0; i < text.length; i++) {
      java.util.Arrays.fill(products, 0);
      for (int d = 0; d < columns.length; d++) {
        addScaled(products, columns[d], text[i][d]);
      }
      int nearest = -1;
      for (int j = 0; j < products.length; j++) {
        if (nearest < 0 || products[j] > products[nearest]) {
          nearest = j;
        }
      }
      where[i] = nearest;
      best[i] = nearest < 0 ? 0 : Math.max(0, products[nearest]);
    }
    return new Nearest(best, where);
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
