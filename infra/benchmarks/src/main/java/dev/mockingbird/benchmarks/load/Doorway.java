package dev.mockingbird.benchmarks.load;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/// Lets clients in, so many at the same time, and keeps how long each took.
final class Doorway {

  private final Queue<Seat> outside = new ArrayDeque<>();
  private final Set<Seat> onTheirWay = new HashSet<>();
  private Latencies each = new Latencies();
  private int attemptsLost;
  private String lastLoss = "";

  /// Whoever did not make it the last time is waited for again.
  void open(Collection<Seat> seats, int atOnce) {
    each = new Latencies();
    attemptsLost = 0;
    outside.clear();
    onTheirWay.clear();
    outside.addAll(seats);
    for (int i = 0; i < atOnce; i++) {
      letOneIn();
    }
  }

  private void letOneIn() {
    Seat next = outside.poll();
    if (next != null) {
      onTheirWay.add(next);
      if (!next.isWanted()) {
        next.connect();
      }
    }
  }

  void arrived(Seat seat, long nanos) {
    if (onTheirWay.remove(seat)) {
      each.record(nanos);
      letOneIn();
    }
  }

  void lost(String why) {
    attemptsLost++;
    lastLoss = why;
  }

  boolean isEmpty() {
    return outside.isEmpty() && onTheirWay.isEmpty();
  }

  Arrival arrival(long nanos) {
    return new Arrival(each, nanos / 1e9, attemptsLost);
  }

  @Override
  public String toString() {
    return "%d are outside, %d on their way, %d attempts were lost (last: %s)"
        .formatted(outside.size(), onTheirWay.size(), attemptsLost, lastLoss);
  }
}
