package dev.mockingbird.benchmarks.load;

/// Whose turn it is: the number of the change that has to come next. Those that were given up may
/// still come, each once and in order.
final class Turn {

  private int next;
  private int late;
  private int givenUp;

  int next() {
    return next;
  }

  void take(int number) {
    next = Math.max(next, number + 1);
  }

  /// Everything before this number is as good as come.
  void skipTo(int number) {
    next = Math.max(next, number);
  }

  /// Whether it is one that was given up; it is not late twice.
  boolean takeLate(int number) {
    if (number != late || number >= givenUp) {
      return false;
    }
    late++;
    return true;
  }

  void giveUpTo(int number) {
    boolean olderStillOut = late < givenUp && next == givenUp;
    if (!olderStillOut) {
      late = next;
    }
    givenUp = number;
    next = number;
  }
}
