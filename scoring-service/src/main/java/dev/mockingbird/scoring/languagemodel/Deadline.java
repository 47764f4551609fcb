package dev.mockingbird.scoring.languagemodel;

import java.time.Duration;

/// When the work on one answer has to be over.
record Deadline(long nanoTime) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  long nanosLeft() {
    return Math.max(0, nanoTime - System.nanoTime());
  }
}
