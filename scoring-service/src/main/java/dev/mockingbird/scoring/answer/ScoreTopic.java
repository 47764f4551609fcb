package dev.mockingbird.scoring.answer;

import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.Topics;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/// Where scores go. Equal events give equal records, also in their timestamps.
public final class ScoreTopic {

  private final Producer<String, String> producer;
  private final EventCodec codec;

  public ScoreTopic(Producer<String, String> producer, EventCodec codec) {
    this.producer = producer;
    this.codec = codec;
  }

  /// @throws IllegalStateException when the interview was erased
  Future<RecordMetadata> send(EventEnvelope<ScoreEvent> event) {
    return producer.send(
        new ProducerRecord<>(
            Topics.SCORE,
            null,
            event.occurredAt().toEpochMilli(),
            event.aggregate(),
            codec.encode(event)));
  }

  /// Returns when the broker has them all.
  ///
  /// @throws ExecutionException when it does not take them
  /// @throws IllegalStateException when the interview was erased
  public void publish(Collection<EventEnvelope<ScoreEvent>> events)
      throws ExecutionException, InterruptedException {
    List<Future<RecordMetadata>> sent = events.stream().map(this::send).toList();
    for (Future<RecordMetadata> acknowledged : sent) {
      acknowledged.get();
    }
  }
}
