package dev.mockingbird.interview.live;

import dev.mockingbird.interview.room.Rejection;

/// What became of a command.
public sealed interface Outcome {

  /// Durable, now or before.
  record Done(Position position) implements Outcome {}

  record Refused(Rejection reason) implements Outcome {}
}
