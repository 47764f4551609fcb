package dev.mockingbird.benchmarks.load;

import dev.mockingbird.eventlog.DurableProducer;
import dev.mockingbird.eventlog.TopicCreator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// The floor of whatever goes through Kafka: from sending a record, kept on disk like a fact, to
/// having it back.
public final class KafkaRoundTrip {

  private static final String TOPIC = "benchmarks.round-trip";
  private static final Duration WARM_UP = Duration.ofSeconds(2);

  private KafkaRoundTrip() {}

  public static Latencies measure(String bootstrap, double rate, Duration measured)
      throws IOException {
    TopicPartition place = new TopicPartition(TOPIC, 0);
    try (Producer<String, String> producer = DurableProducer.create(bootstrap);
        KafkaConsumer<String, String> consumer =
            new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap),
                new StringDeserializer(),
                new StringDeserializer())) {
      new TopicCreator(bootstrap, 1).create(List.of(TOPIC));
      consumer.assign(List.of(place));
      consumer.seekToEnd(List.of(place));
      consumer.position(place);
      long begun = System.nanoTime();
      long end = begun + WARM_UP.plus(measured).toNanos();
      Thread sender = Thread.ofPlatform().start(() -> send(producer, rate, end));
      Latencies latencies = new Latencies();
      while (sender.isAlive()) {
        consumer
            .poll(Duration.ofMillis(50))
            .forEach(
                record -> {
                  long sent = Long.parseLong(record.value());
                  if (sent - begun > WARM_UP.toNanos()) {
                    latencies.record(System.nanoTime() - sent);
                  }
                });
      }
      return latencies;
    } catch (ExecutionException e) {
      throw new IOException("Kafka does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void send(Producer<String, String> producer, double rate, long end) {
    long every = (long) (1e9 / rate);
    for (long due = System.nanoTime(); due < end; due += every) {
      LockSupport.parkNanos(due - System.nanoTime());
      producer.send(new ProducerRecord<>(TOPIC, 0, "", Long.toString(System.nanoTime())));
    }
    producer.flush();
  }
}
