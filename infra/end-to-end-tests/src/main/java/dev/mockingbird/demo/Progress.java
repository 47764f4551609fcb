package dev.mockingbird.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/// Says on standard error what is being done, and how long it took.
final class Progress {

  private final PrintStream out;
  private final long started = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  <T> T step(String name, Supplier<T> work) {
    long begun = System.nanoTime();
    try {
      T result = work.get();
      out.printf("  %5.1f s  %s%n", seconds(begun), name);
      return result;
    } catch (StepFailedException e) {
      throw new StepFailedException("Step \"" + name + "\" failed: " + e.getMessage());
    }
  }

  double total() {
    return seconds(started);
  }

  private static double seconds(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1_000.0;
  }
}
