package dev.mockingbird.interview.archive;

/// What is shown of a room also while Kafka is away, and so must not need its journal.
public interface LastingView {

  /// Blocks until it is kept in Redis.
  void keep(String room);
}
