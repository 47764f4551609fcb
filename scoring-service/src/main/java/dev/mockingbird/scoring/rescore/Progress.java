package dev.mockingbird.scoring.rescore;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/// How far a run has come, a line now and then beside what it prints.
final class Progress {

  private static final long EVERY = 5_000_000_000L;

  private final PrintStream err;
  private final LongSupplier clock;
  private final long begun;
  private long told;
  private long read;
  private long scored;
  private long failed;

  /// @param clock nanoseconds
  Progress(PrintStream err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
    begun = clock.getAsLong();
    told = begun;
  }

  void read() {
    read++;
  }

  void scored(int more, int failures) {
    scored += more;
    failed += failures;
    if (clock.getAsLong() - told >= EVERY) {
      end();
    }
  }

  void end() {
    told = clock.getAsLong();
    err.printf(
        "%,d answers read, %,d scored%s, %d s%n",
        read,
        scored,
        failed == 0 ? "" : ", %,d failed".formatted(failed),
        (told - begun) / 1_000_000_000);
  }

  long failed() {
    return failed;
  }
}
