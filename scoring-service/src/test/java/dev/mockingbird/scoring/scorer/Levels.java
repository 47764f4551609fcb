package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.Calibration.Curve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Isotonic regression by pooling adjacent violators, smoothed to a few knots.
final class Levels {

  private static final int LEAST = 25;

  private Levels() {}

  static Curve fit(double[] x, double[] y, double[] weights) {
    record Pool(double x, double y, double weight, int rows) {
      Pool with(Pool other) {
        double all = weight + other.weight;
        return new Pool(
            (x * weight + other.x * other.weight) / all,
            (y * weight + other.y * other.weight) / all,
            all,
            rows + other.rows);
      }
    }
    List<Pool> pools = new ArrayList<>();
    for (int i :
        IntStream.range(0, x.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> x[i]))
            .toList()) {
      Pool pool = new Pool(x[i], y[i], weights[i], 1);
      while (!pools.isEmpty()
          && (pools.getLast().y() >= pool.y() || pools.getLast().rows() < LEAST)) {
        pool = pools.removeLast().with(pool);
      }
      pools.add(pool);
    }
    // A last pool that is too small belongs to its neighbour.
    if (pools.size() > 2 && pools.getLast().rows() < LEAST) {
      Pool last = pools.removeLast();
      pools.add(pools.removeLast().with(last));
    }
    return new Curve(
        pools.stream().mapToDouble(Pool::x).toArray(),
        pools.stream().mapToDouble(it -> Math.clamp(it.y(), 0, 1)).toArray());
  }
}
