package dev.mockingbird.benchmarks.load;

import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/// When each of many typists types next: an open loop, so nothing a server does or fails to do
/// changes it. Pauses are irregular, half fixed and half exponential, as between real keystrokes.
final class Pace {

  private static final class Typist {
    private final int index;
    private double due;

    Typist(int index, double due) {
      this.index = index;
      this.due = due;
    }
  }

  private final PriorityQueue<Typist> queue =
      new PriorityQueue<>((left, right) -> Double.compare(left.due, right.due));
  private final double interval;
  private final RandomGenerator random;

  /// @param perSecond changes of each typist
  /// @param start nanoseconds
  Pace(int typists, double perSecond, long start, RandomGenerator random) {
    this.interval = 1e9 / perSecond;
    this.random = random;
    for (int i = 0; i < typists; i++) {
      queue.add(new Typist(i, start + random.nextDouble() * interval));
    }
  }

  long nextDue() {
    return (long) queue.element().due;
  }

  /// Takes the typist who is due next, and plans their next change.
  int take() {
    Typist next = queue.remove();
    next.due += interval * (0.5 - 0.5 * Math.log(1 - random.nextDouble()));
    queue.add(next);
    return next.index;
  }
}
