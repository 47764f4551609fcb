package dev.mockingbird.scoring.answer;

import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A score event as Kafka gets it: equal events give equal records, also in their timestamps.
public final class ScoreRecord {

  private ScoreRecord() {}

  /// @throws IllegalStateException when the interview was erased
  public static ProducerRecord<String, String> of(
      EventEnvelope<ScoreEvent> event, EventCodec codec) {
    return new ProducerRecord<>(
        Topics.SCORE,
        null,
        event.occurredAt().toEpochMilli(),
        event.aggregate(),
        codec.encode(event));
  }
}
