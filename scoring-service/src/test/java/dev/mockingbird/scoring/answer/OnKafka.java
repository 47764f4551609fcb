package dev.mockingbird.scoring.answer;

import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.DurableProducer;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.eventlog.TopicCreator;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.story.Interview;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/// Tests of consumers on a real log, each with an interview of its own.
@LocalStack({Store.REDIS, Store.KAFKA})
abstract class OnKafka {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  final String group = "test." + UUID.randomUUID();
  final Interview interview = Interview.withQuestions(1);
  String kafka;
  Producer<String, String> producer;
  EventCodec codec;
  TopicCreator topics;
  ConsumerPolicy policy;
  private final List<ConcurrentMessageListenerContainer<?, ?>> started = new ArrayList<>();
  private RedisClient redis;
  private StatefulRedisConnection<String, String> connection;

  @BeforeEach
  void connect(Stores stores) throws Exception {
    kafka = stores.kafkaBootstrap();
    topics = new TopicCreator(kafka, 2);
    topics.create(Topics.all());
    redis = RedisClient.create(stores.redisUri());
    connection = redis.connect();
    producer = DurableProducer.create(kafka);
    DataKeys keys =
        new DataKeys(
            connection, new Shards(2), InstallationKey.of(new byte[32]), new SecureRandom());
    keys.create(interview.id);
    codec = new EventCodec("default", keys);
    policy = new ConsumerPolicy(kafka, codec, topics, new SimpleMeterRegistry());
  }

  @AfterEach
  void disconnect() {
    started.forEach(ConcurrentMessageListenerContainer::stop);
    producer.close();
    connection.close();
    redis.shutdown();
  }

  void start(ConcurrentMessageListenerContainer<?, ?> consumer) {
    started.add(consumer);
    consumer.start();
  }

  RecordMetadata send(EventEnvelope<?> fact) throws Exception {
    return producer.send(new ProducerRecord<>(Topics.ROOM, interview.id, codec.encode(fact))).get();
  }

  /// What comes of this interview on a topic, in order.
  Queue<EventEnvelope<?>> listen(String topic) {
    Queue<EventEnvelope<?>> heard = new ConcurrentLinkedQueue<>();
    start(
        policy.inOrder(
            group + "." + topic,
            List.of(topic),
            batch -> {
              for (Decoded decoded : batch) {
                if (decoded instanceof Decoded.Readable(EventEnvelope<?> envelope)
                    && envelope.aggregate().equals(interview.id)) {
                  heard.add(envelope);
                }
              }
            }));
    return heard;
  }
}
