package dev.mockingbird.benchmarks.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/// How long things took, in nanoseconds, to three digits.
public final class Latencies {

  private static final long LONGEST = 60_000_000_000L;

  private final Histogram histogram = new Histogram(LONGEST, 3);

  public void record(long nanos) {
    histogram.recordValue(Math.clamp(nanos, 0, LONGEST));
  }

  public static Latencies together(List<Latencies> parts) {
    Latencies all = new Latencies();
    parts.forEach(part -> all.histogram.add(part.histogram));
    return all;
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /// @return milliseconds, NaN when nothing was recorded
  public double millis(double percentile) {
    return count() == 0 ? Double.NaN : histogram.getValueAtPercentile(percentile) / 1e6;
  }

  public double p50() {
    return millis(50);
  }

  public double p99() {
    return millis(99);
  }

  public double longest() {
    return millis(100);
  }
}
