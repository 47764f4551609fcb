package dev.mockingbird.eventlog;

import dev.mockingbird.events.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/// How every consumer group treats its records: decode, hand over in order, commit after the work;
/// a malformed record goes to `<topic>.<group>.dlt`, an unknown type is skipped, and a failing
/// handler is tried again in place, for ever: skipping would leave a hole.
///
/// Counts what it skips (`mockingbird.events.skipped`) and what it gives up on
/// (`mockingbird.events.dead.lettered`), beside Kafka's own consumer metrics.
public final class ConsumerPolicy {

  private static final Logger log = LoggerFactory.getLogger(ConsumerPolicy.class);

  /// Records that are handled together at most.
  private static final int TOGETHER = 1_000;

  private final String bootstrap;
  private final EventCodec codec;
  private final KafkaTemplate<String, String> deadLetters;
  private final TopicCreator topics;
  private final MeterRegistry meters;

  public ConsumerPolicy(
      String bootstrap, EventCodec codec, TopicCreator topics, MeterRegistry meters) {
    this.bootstrap = bootstrap;
    this.codec = codec;
    this.topics = topics;
    this.meters = meters;
    this.deadLetters =
        new KafkaTemplate<>(
            new DefaultKafkaProducerFactory<>(DurableProducer.properties(bootstrap)));
  }

  /// A container that the caller starts, or Spring when it is a bean.
  public ConcurrentMessageListenerContainer<String, String> inOrder(
      String group, List<String> topics, EventConsumer consumer) {
    ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
    properties.setGroupId(group);
    properties.setAckMode(ContainerProperties.AckMode.BATCH);
    properties.setMissingTopicsFatal(false);
    EventConsumer telling = telling(group, consumer);
    BatchMessageListener<String, String> listener = records -> deliver(records, group, telling);
    properties.setMessageListener(listener);
    var consumers = new DefaultKafkaConsumerFactory<String, String>(consumerProperties());
    consumers.addListener(new MicrometerConsumerListener<>(meters));
    var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
    container.setBeanName(group);
    container.setCommonErrorHandler(errorHandler(group));
    return container;
  }

  /// Says once that a group stands still, and that it goes on; by type, because a store's message
  /// may quote what it was given.
  private static EventConsumer telling(String group, EventConsumer consumer) {
    AtomicBoolean failing = new AtomicBoolean();
    return batch -> {
      try {
        consumer.handle(batch);
      } catch (Exception e) {
        if (!failing.getAndSet(true)) {
          Throwable cause = e.getCause() == null ? e : e.getCause();
          log.warn("{} tries again until it can go on: {}", group, cause.getClass().getName());
        }
        throw e;
      }
      if (failing.getAndSet(false)) {
        log.info("{} goes on", group);
      }
    };
  }

  private void deliver(
      List<ConsumerRecord<String, String>> records, String group, EventConsumer consumer) {
    List<Decoded> batch = new ArrayList<>(records.size());
    EventCodec ahead =
        codec.ahead(
            records.stream().map(ConsumerRecord::key).filter(Objects::nonNull).distinct().toList());
    for (int i = 0; i < records.size(); i++) {
      try {
        batch.add(ahead.decode(records.get(i).value()));
      } catch (MalformedEventException e) {
        if (i > 0) {
          hand(group, consumer, batch);
        }
        throw new BatchListenerFailedException("A malformed record", e, i);
      }
    }
    hand(group, consumer, batch);
  }

  private void hand(String group, EventConsumer consumer, List<Decoded> batch) {
    for (Decoded decoded : batch) {
      if (decoded instanceof Decoded.Unknown(String type)) {
        log.info("Skipped an event of the unknown type {}", type);
        meters.counter("mockingbird.events.skipped", "group", group).increment();
      }
    }
    try {
      consumer.handle(batch);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private DefaultErrorHandler errorHandler(String group) {
    var recoverer =
        new DeadLetterPublishingRecoverer(
            deadLetters,
            (failed, e) -> new TopicPartition(deadLetterTopic(failed.topic(), group), -1));
    recoverer.setFailIfSendResultIsError(true);
    var handler = new DefaultErrorHandler(recoverer, backOff());
    handler.addNotRetryableExceptions(MalformedEventException.class);
    handler.setCommitRecovered(true);
    return handler;
  }

  /// Created when it is first needed: most groups never have one.
  private String deadLetterTopic(String topic, String group) {
    String deadLetterTopic = Topics.deadLetters(topic, group);
    try {
      topics.create(List.of(deadLetterTopic));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    log.warn("A record of {} goes to {}", topic, deadLetterTopic);
    meters.counter("mockingbird.events.dead.lettered", "group", group).increment();
    return deadLetterTopic;
  }

  private static BackOff backOff() {
    ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
    backOff.setMaxInterval(5_000);
    backOff.setMaxElapsedTime(Long.MAX_VALUE);
    return backOff;
  }

  private Map<String, Object> consumerProperties() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        TOGETHER,
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        StringDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        StringDeserializer.class,
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
        10_000,
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
        2_000,
        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
        10_000);
  }
}
