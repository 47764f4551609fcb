package dev.mockingbird.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads one topic from its first record on, in no consumer group: nobody's offsets move. Records
/// that a consumer group would put aside or skip are skipped.
public final class LogReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int BATCH = 2_000;

  private final KafkaConsumer<String, String> kafka;
  private final EventCodec codec;
  private final List<TopicPartition> partitions;

  /// @throws org.apache.kafka.common.errors.TimeoutException when the broker does not answer
  public LogReader(String bootstrap, String topic, EventCodec codec) {
    this.codec = codec;
    this.kafka =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                BATCH,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000));
    this.partitions =
        kafka.partitionsFor(topic).stream()
            .map(it -> new TopicPartition(topic, it.partition()))
            .toList();
    kafka.assign(partitions);
    kafka.seekToBeginning(partitions);
  }

  /// Hands over all that stands in the topic by now and was not handed over before, in the order of
  /// each partition.
  ///
  /// @return how many records
  public long catchUp(EventConsumer consumer) throws Exception {
    Map<TopicPartition, Long> ends = new HashMap<>(kafka.endOffsets(partitions));
    long read = 0;
    while (ends.entrySet().stream().anyMatch(it -> kafka.position(it.getKey()) < it.getValue())) {
      List<Decoded> batch = new ArrayList<>();
      List<ConsumerRecord<String, String>> records = new ArrayList<>();
      kafka.poll(POLL).forEach(records::add);
      EventCodec ahead =
          codec.ahead(records.stream().map(ConsumerRecord::key).filter(Objects::nonNull).toList());
      for (ConsumerRecord<String, String> each : records) {
        read++;
        try {
          batch.add(ahead.decode(each.value()));
        } catch (MalformedEventException _) {
          // Its consumer group has put it aside, and says so.
        }
      }
      if (!batch.isEmpty()) {
        consumer.handle(batch);
      }
    }
    return read;
  }

  @Override
  public void close() {
    kafka.close();
  }
}
