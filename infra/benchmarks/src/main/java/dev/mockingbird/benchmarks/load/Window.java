package dev.mockingbird.benchmarks.load;

import java.util.Map;

/// What is measured of the changes that are sent between two moments.
final class Window {

  private final Latencies fromSent = new Latencies();
  private final Latencies fromDue = new Latencies();
  private final Latencies toAcknowledged = new Latencies();
  private final Latencies lateness = new Latencies();
  private final long start = System.nanoTime();
  private long end = Long.MAX_VALUE;
  private int sent;
  private int delivered;

  void close() {
    end = System.nanoTime();
  }

  Pass pass(
      String server,
      int rooms,
      double offered,
      Map<String, Double> cpuMicros,
      Violations violations) {
    double seconds = (end - start) / 1e9;
    return new Pass(
        server,
        rooms,
        offered,
        sent / seconds,
        delivered / seconds,
        fromSent,
        fromDue,
        toAcknowledged,
        lateness,
        cpuMicros,
        violations);
  }

  /// Changes that reached their reader before the end.
  int delivered() {
    return delivered;
  }

  void sent(long due, long now) {
    if (now < end) {
      sent++;
      lateness.record(now - due);
    }
  }

  void delivered(long due, long sentAt, long now) {
    if (now < end) {
      delivered++;
    }
    if (sentAt >= start && sentAt < end) {
      fromSent.record(now - sentAt);
      fromDue.record(now - due);
    }
  }

  void acknowledged(long sentAt, long now) {
    if (sentAt >= start && sentAt < end) {
      toAcknowledged.record(now - sentAt);
    }
  }
}
