package dev.mockingbird.benchmarks.load;

/// How clients came in.
///
/// @param each from a client's first attempt until it was in sync
/// @param seconds until the last one was
/// @param attemptsLost sockets that were refused or closed on the way
public record Arrival(Latencies each, double seconds, int attemptsLost) {}
