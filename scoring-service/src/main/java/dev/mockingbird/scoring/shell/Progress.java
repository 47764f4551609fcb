package dev.mockingbird.scoring.shell;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// How far a command has come, told beside what it prints: on a terminal one line that counts
/// along, else a line now and then.
final class Progress {

  private static final long SECOND = 1_000_000_000;
  private static final int MOST_COMPLAINTS = 20;

  private final PrintStream err;
  private final boolean inPlace;
  private final LongSupplier clock;
  private final long begun;
  private final Map<String, Integer> notScored = new TreeMap<>();
  private long told;
  private long answers;
  private long complaints;
  private boolean shown;

  /// @param inPlace rewrite one line
  /// @param clock nanoseconds
  Progress(PrintStream err, boolean inPlace, LongSupplier clock) {
    this.err = err;
    this.inPlace = inPlace;
    this.clock = clock;
    begun = clock.getAsLong();
    told = begun;
  }

  /// @param notScored why not, or empty
  void answer(String notScored) {
    answers++;
    if (!notScored.isEmpty()) {
      this.notScored.merge(notScored, 1, Integer::sum);
    }
    long now = clock.getAsLong();
    if (now - told >= (inPlace ? SECOND / 5 : 10 * SECOND)) {
      told = now;
      err.print((inPlace ? "\r" : "") + sentence() + (inPlace ? "\033[K" : "\n"));
      err.flush();
      shown = inPlace;
    }
  }

  /// Something is wrong with a line. Thousands of such sentences would tell no more than a few.
  void complain(String sentence) {
    complaints++;
    if (complaints <= MOST_COMPLAINTS) {
      clear();
      err.println(sentence);
    } else if (complaints == MOST_COMPLAINTS + 1) {
      clear();
      err.println("More lines are wrong; they are not told one by one here.");
    }
  }

  boolean complained() {
    return complaints > 0;
  }

  void end() {
    clear();
    err.println(sentence());
  }

  private void clear() {
    if (shown) {
      err.print("\r\033[K");
      shown = false;
    }
  }

  private String sentence() {
    double seconds = Math.max(1e-3, (clock.getAsLong() - begun) / (double) SECOND);
    String sentence =
        "%s in %.1f s, %.0f a second"
            .formatted(Words.count(answers, "answer"), seconds, answers / seconds);
    return notScored.isEmpty()
        ? sentence
        : sentence
            + "; not scored: "
            + notScored.entrySet().stream()
                .map(it -> "%,d %s".formatted(it.getValue(), it.getKey()))
                .collect(Collectors.joining(", "));
  }
}
