package dev.mockingbird.eventlog;

import java.util.List;

/// Handles what one consumer group polled, in order. Every record may arrive twice, late, and
/// beside others; offsets are committed after it returns.
@FunctionalInterface
public interface EventConsumer {

  /// @throws Exception to have the batch delivered again, see [ConsumerPolicy]
  void handle(List<Decoded> batch) throws Exception;
}
