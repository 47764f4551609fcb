package dev.mockingbird.benchmarks.load;

/// A room with its typist and its reader.
final class Pair {

  final int room;
  final Seat typist;
  final Seat reader;
  final Deliveries deliveries;
  private final Dialect dialect;

  Pair(int room, Party party, Dialect dialect, Violations.Counter violations) {
    this.room = room;
    this.dialect = dialect;
    this.deliveries = new Deliveries(violations);
    this.typist = new Seat(party, this, Role.TYPIST);
    this.reader = new Seat(party, this, Role.READER);
  }

  /// @param due when it should be typed
  void type(long due) {
    int number = deliveries.next();
    deliveries.begin(due, System.nanoTime());
    if (!dialect.acknowledges()) {
      deliveries.acknowledgeAll();
    }
    if (typist.isInSync()) {
      typist.say(dialect.change(room, number));
    }
  }

  /// As a page does that was cut off: what is not known to be safe is sent again.
  void sendAgain() {
    for (int number = deliveries.unacknowledged(); number < deliveries.next(); number++) {
      typist.say(dialect.change(room, number));
    }
  }

  Seat seat(Role role) {
    return role == Role.TYPIST ? typist : reader;
  }
}
