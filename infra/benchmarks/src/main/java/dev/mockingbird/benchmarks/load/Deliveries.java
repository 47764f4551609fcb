package dev.mockingbird.benchmarks.load;

/// The changes of one room, numbered from 0: each must reach the reader exactly once and in order,
/// and be acknowledged to the typist exactly once and in order.
final class Deliveries {

  /// So many may be on their way in one room.
  static final int WINDOW = 1 << 10;

  private final Violations.Counter violations;
  private final long[] due = new long[WINDOW];
  private final long[] sent = new long[WINDOW];
  private int begun;
  private int delivered;
  private int acknowledged;

  Deliveries(Violations.Counter violations) {
    this.violations = violations;
  }

  /// Whether the server is so far behind that no more can be told apart.
  boolean full() {
    return begun - Math.min(delivered, acknowledged) >= WINDOW;
  }

  int next() {
    return begun;
  }

  /// @param dueAt when it should have been sent
  void begin(long dueAt, long sentAt) {
    due[begun % WINDOW] = dueAt;
    sent[begun % WINDOW] = sentAt;
    begun++;
  }

  /// @return whether it is the one that had to come
  boolean deliver(int number) {
    if (number < delivered) {
      violations.repeated();
      return false;
    }
    if (number >= begun) {
      violations.invented();
      return false;
    }
    if (number > delivered) {
      violations.missing(number - (long) delivered);
    }
    boolean expected = number == delivered;
    delivered = number + 1;
    return expected;
  }

  boolean acknowledge(int number) {
    if (number != acknowledged || number >= begun) {
      violations.acknowledgedOutOfTurn();
      return false;
    }
    acknowledged++;
    return true;
  }

  /// The server acknowledges nothing, so nobody waits for it.
  void acknowledgeAll() {
    acknowledged = begun;
  }

  /// The reader was given the text as a whole, with these changes in it.
  void skipTo(int number) {
    delivered = Math.max(delivered, number);
  }

  boolean settled() {
    return delivered == begun && acknowledged == begun;
  }

  /// What has not come by now will not come.
  void giveUp() {
    violations.missing((long) begun - Math.min(delivered, acknowledged));
    delivered = begun;
    acknowledged = begun;
  }

  long dueAt(int number) {
    return due[number % WINDOW];
  }

  long sentAt(int number) {
    return sent[number % WINDOW];
  }
}
