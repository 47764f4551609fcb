package dev.mockingbird.interview.live;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.ScoreEvent;
import java.time.Instant;

/// A score as it comes from the log.
final class ScoreEnvelope {

  private ScoreEnvelope() {}

  /// Equal events have equal ids.
  static EventEnvelope<ScoreEvent> of(ScoreEvent event) {
    return new EventEnvelope<>(
        "id-" + event.hashCode(),
        EventTypes.wireType(event.getClass()),
        "default",
        "i-1",
        0,
        1,
        Instant.EPOCH,
        PersonId.SYSTEM,
        "c",
        null,
        event);
  }
}
