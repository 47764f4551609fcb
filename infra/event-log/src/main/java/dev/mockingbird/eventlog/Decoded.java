package dev.mockingbird.eventlog;

import dev.mockingbird.events.DomainEvent;
import dev.mockingbird.events.EventEnvelope;

/// A record from Kafka, as far as it can be read.
public sealed interface Decoded {

  record Readable(EventEnvelope<? extends DomainEvent> envelope) implements Decoded {}

  /// Its interview was erased: only this much is left to know.
  record Erased(String type, String aggregate, long number) implements Decoded {}

  /// A type of a later version: skip and count it.
  record Unknown(String type) implements Decoded {}
}
