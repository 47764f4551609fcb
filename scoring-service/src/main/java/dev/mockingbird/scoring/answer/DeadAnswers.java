package dev.mockingbird.scoring.answer;

import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.TopicCreator;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.Topics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where answers go that the scorer fails on, as they came: an operator can drive them again.
final class DeadAnswers {

  private static final Logger log = LoggerFactory.getLogger(DeadAnswers.class);

  private final String topic;
  private final EventCodec codec;
  private final Producer<String, String> producer;
  private final TopicCreator topics;

  DeadAnswers(
      String group, EventCodec codec, Producer<String, String> producer, TopicCreator topics) {
    this.topic = Topics.deadLetters(Topics.ROOM, group);
    this.codec = codec;
    this.producer = producer;
    this.topics = topics;
  }

  Future<RecordMetadata> send(EventEnvelope<?> envelope)
      throws ExecutionException, InterruptedException {
    topics.create(List.of(topic));
    log.error("The answer {} goes to {}", envelope.id(), topic);
    return producer.send(
        new ProducerRecord<>(
            topic,
            null,
            envelope.occurredAt().toEpochMilli(),
            envelope.aggregate(),
            codec.encode(envelope)));
  }
}
