package dev.mockingbird.benchmarks.load;

import java.util.Map;

/// What one server showed under one load.
///
/// @param offered changes a second that should have been sent, `sent` that were
/// @param delivered changes a second that reached their reader in time
/// @param fromSent until the reader had it, counted from when it was really sent. Sending never
///   waits for the server, so no slow answer is left out
/// @param fromDue the same, counted from when it should have been sent
/// @param lateness of the generator itself
/// @param cpuMicros by process, for each delivered change
public record Pass(
    String server,
    int rooms,
    double offered,
    double sent,
    double delivered,
    Latencies fromSent,
    Latencies fromDue,
    Latencies toAcknowledged,
    Latencies lateness,
    Map<String, Double> cpuMicros,
    Violations violations) {

  /// Whether everything that was sent arrived, at the rate at which it was sent.
  public boolean keptUp() {
    return violations.isEmpty() && delivered >= 0.97 * offered;
  }
}
