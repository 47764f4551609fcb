package dev.mockingbird.eventlog;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

/// A producer whose acknowledgement means that the record is kept: all replicas, idempotent, in
/// order.
public final class DurableProducer {

  /// The largest record in bytes. The largest fact is the end of a room, with every draft that was
  /// never submitted, encrypted and in Base64; the rules of a room keep it below this.
  public static final int LARGEST_RECORD = 32 * 1024 * 1024;

  /// The broker puts each batch on disk by itself, so a crowd of records goes in few.
  private static final int BATCH = 512 * 1024;

  private DurableProducer() {}

  public static Producer<String, String> create(String bootstrap) {
    return new KafkaProducer<>(properties(bootstrap));
  }

  static Map<String, Object> properties(String bootstrap) {
    return Map.ofEntries(
        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
        Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class),
        Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class),
        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
        Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD),
        Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * LARGEST_RECORD),
        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 2),
        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH),
        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000),
        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000),
        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000));
  }
}
