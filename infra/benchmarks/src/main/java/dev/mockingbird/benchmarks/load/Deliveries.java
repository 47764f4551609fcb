package dev.mockingbird.benchmarks.load;

/// The changes of one room, numbered from 0: each must reach the reader exactly once and in order,
/// and be acknowledged to the typist exactly once and in order.
final class Deliveries {

  /// So many may be on their way in one room.
  static final int WINDOW = 1 << 10;

  private final Violations.Counter violations;
  private final long[] due = new long[WINDOW];
  private final long[] sent = new long[WINDOW];
  private final Turn delivery = new Turn();
  private final Turn acknowledgement = new Turn();
  private int begun;

  Deliveries(Violations.Counter violations) {
    this.violations = violations;
  }

  /// Whether the server is so far behind that no more can be told apart.
  boolean full() {
    return begun - Math.min(delivery.next(), acknowledgement.next()) >= WINDOW;
  }

  int next() {
    return begun;
  }

  /// The first change of which the typist does not know that it is safe.
  int unacknowledged() {
    return acknowledgement.next();
  }

  /// @param dueAt when it should have been sent
  void begin(long dueAt, long sentAt) {
    due[begun % WINDOW] = dueAt;
    sent[begun % WINDOW] = sentAt;
    begun++;
  }

  /// @return whether it is the one that had to come
  boolean deliver(int number) {
    if (number >= begun) {
      violations.invented();
      return false;
    }
    if (delivery.takeLate(number)) {
      return false;
    }
    int expected = delivery.next();
    if (number < expected) {
      violations.repeated();
      return false;
    }
    violations.missing(number - (long) expected);
    delivery.take(number);
    return number == expected;
  }

  boolean acknowledge(int number) {
    if (acknowledgement.takeLate(number)) {
      return false;
    }
    if (number != acknowledgement.next() || number >= begun) {
      violations.acknowledgedOutOfTurn();
      return false;
    }
    acknowledgement.take(number);
    return true;
  }

  /// The server acknowledges nothing, so nobody waits for it.
  void acknowledgeAll() {
    acknowledgement.skipTo(begun);
  }

  /// The reader was given the text as a whole, with the changes before this one in it.
  void skipTo(int number) {
    delivery.skipTo(number);
  }

  boolean settled() {
    return delivery.next() == begun && acknowledgement.next() == begun;
  }

  /// What has not come by now is missing; should it come after all, that is not told again.
  void giveUp() {
    violations.missing((long) begun - Math.min(delivery.next(), acknowledgement.next()));
    delivery.giveUpTo(begun);
    acknowledgement.giveUpTo(begun);
  }

  long dueAt(int number) {
    return due[number % WINDOW];
  }

  long sentAt(int number) {
    return sent[number % WINDOW];
  }
}
