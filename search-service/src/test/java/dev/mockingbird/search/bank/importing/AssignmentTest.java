package dev.mockingbird.search.bank.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  @Test
  void findsTheBestPairsOfAnyShape() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      double[][] gains = gains(random, 1 + random.nextInt(4), 1 + random.nextInt(5));

      assertThat(sum(gains, Assignment.best(gains))).isEqualTo(most(gains, 0, 0), within());
    }
  }

  @Test
  void pairsNothingThatGainsNothing() {
    assertThat(Assignment.best(new double[][] {{0, 0}, {0, 0.4}, {0, 0}}))
        .containsExactly(-1, 1, -1);
    assertThat(Assignment.best(new double[0][0])).isEmpty();
    assertThat(Assignment.best(new double[2][0])).containsExactly(-1, -1);
  }

  @Test
  void takesNoTimeForAFewAmongVeryMany() {
    Random random = new Random(7);
    for (int[] shape : new int[][] {{1, 10_000}, {10_000, 1}, {25, 10_000}, {10_000, 25}}) {
      double[][] gains = new double[shape[0]][shape[1]];
      gains[shape[0] - 1][shape[1] - 1] = random.nextDouble();

      int[] pairs =
          Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Assignment.best(gains));

      assertThat(pairs[shape[0] - 1]).isEqualTo(shape[1] - 1);
    }
  }

  private static double[][] gains(Random random, int rows, int columns) {
    double[][] gains = new double[rows][columns];
    for (double[] row : gains) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
      }
    }
    return gains;
  }

  private static double sum(double[][] gains, int[] pairs) {
    double sum = 0;
    for (int i = 0; i < pairs.length; i++) {
      sum += pairs[i] < 0 ? 0 : gains[i][pairs[i]];
    }
    assertThat(Arrays.stream(pairs).filter(it -> it >= 0).toArray()).doesNotHaveDuplicates();
    return sum;
  }

  private static double most(double[][] gains, int row, int taken) {
    if (row == gains.length) {
      return 0;
    }
    double most = most(gains, row + 1, taken);
    for (int j = 0; j < gains[row].length; j++) {
      if ((taken & 1 << j) == 0) {
        most = Math.max(most, gains[row][j] + most(gains, row + 1, taken | 1 << j));
      }
    }
    return most;
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }
}
