package dev.mockingbird.faults;

import java.util.Arrays;

/// How long acknowledgements took, from the first sending on.
final class Latencies {

  private long[] nanos = new long[1024];
  private int count;

  synchronized void add(long taken) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = taken;
  }

  synchronized int count() {
    return count;
  }

  /// Forgets what it was told so far.
  synchronized void reset() {
    count = 0;
  }

  /// @param share 0.99 for p99
  synchronized double millis(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, Math.round(share * (count - 1)))] / 1e6;
  }
}
