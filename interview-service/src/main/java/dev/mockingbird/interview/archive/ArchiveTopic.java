package dev.mockingbird.interview.archive;

import dev.mockingbird.events.Topics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/// Records of the archive topic, written durably and read one by one from where they are.
///
/// One consumer, made when it is first needed, belongs to no group and reads for everybody in turn:
/// a read takes milliseconds, and one that takes longer than [#PATIENCE] fails.
final class ArchiveTopic implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final long WRITE_SECONDS = 20;

  private final Producer<String, String> producer;
  private final String bootstrap;
  private final ReentrantLock reading = new ReentrantLock();
  private @Nullable Consumer<String, String> consumer;

  ArchiveTopic(Producer<String, String> producer, String bootstrap) {
    this.producer = producer;
    this.bootstrap = bootstrap;
  }

  record Place(int partition, long offset) {}

  /// Blocks until the broker has the value.
  ///
  /// @throws ArchiveDisagreesException when the broker will never take it
  /// @throws ArchiveUnavailableException when Kafka does not answer in time
  Place write(String interview, String value) {
    return acknowledged(producer.send(new ProducerRecord<>(Topics.ROOM_ARCHIVE, interview, value)));
  }

  private static Place acknowledged(Future<RecordMetadata> sent) {
    try {
      RecordMetadata kept = sent.get(WRITE_SECONDS, TimeUnit.SECONDS);
      return new Place(kept.partition(), kept.offset());
    } catch (ExecutionException | TimeoutException e) {
      if (e.getCause() instanceof RecordTooLargeException tooLarge) {
        throw new ArchiveDisagreesException("Kafka takes no such chunk: " + tooLarge.getMessage());
      }
      throw new ArchiveUnavailableException("Kafka does not take the chunk", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ArchiveUnavailableException("Interrupted", e);
    }
  }

  /// @throws ArchiveDisagreesException when there is no record, or another one
  /// @throws ArchiveUnavailableException when Kafka does not answer in time
  String read(ChunkPointer pointer) {
    String value = readRecord(pointer);
    if (!sha256(value).equals(pointer.sha256())) {
      throw new ArchiveDisagreesException("Another record is at " + pointer);
    }
    return value;
  }

  static String sha256(String value) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String readRecord(ChunkPointer pointer) {
    try {
      if (!reading.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ArchiveUnavailableException("Too many read", new TimeoutException());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ArchiveUnavailableException("Interrupted", e);
    }
    try {
      return seek(pointer);
    } catch (OffsetOutOfRangeException e) {
      throw new ArchiveDisagreesException("No record is at " + pointer);
    } catch (KafkaException e) {
      throw new ArchiveUnavailableException("Kafka does not answer", e);
    } finally {
      reading.unlock();
    }
  }

  private String seek(ChunkPointer pointer) {
    TopicPartition partition = new TopicPartition(Topics.ROOM_ARCHIVE, pointer.partition());
    Consumer<String, String> from = consumer();
    from.assign(List.of(partition));
    from.seek(partition, pointer.offset());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    do {
      Optional<ConsumerRecord<String, String>> next =
          from.poll(ANSWER).records(partition).stream().findFirst();
      if (next.isPresent()) {
        if (next.get().offset() == pointer.offset()) {
          return next.get().value();
        }
        throw new ArchiveDisagreesException("No record is at " + pointer);
      }
      Long end = from.endOffsets(List.of(partition), ANSWER).get(partition);
      if (end != null && end <= pointer.offset()) {
        throw new ArchiveDisagreesException("The topic ends at " + end + ", before " + pointer);
      }
    } while (System.nanoTime() < deadline);
    throw new ArchiveUnavailableException("Kafka gives no record", new TimeoutException());
  }

  private Consumer<String, String> consumer() {
    Consumer<String, String> known = consumer;
    if (known == null) {
      known = new KafkaConsumer<>(properties());
      consumer = known;
    }
    return known;
  }

  /// A fetch always holds at least one record, however large, and here no more is wanted.
  private Map<String, Object> properties() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        StringDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        StringDeserializer.class,
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "none",
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        1,
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
        1,
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        (int) PATIENCE.toMillis(),
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        (int) PATIENCE.toMillis());
  }

  @Override
  public void close() {
    reading.lock();
    try {
      if (consumer != null) {
        consumer.close();
      }
    } finally {
      reading.unlock();
    }
  }
}
