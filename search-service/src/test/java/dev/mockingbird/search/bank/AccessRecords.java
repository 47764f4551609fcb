package dev.mockingbird.search.bank;

import static org.awaitility.Awaitility.await;

import dev.mockingbird.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads the access topic from its beginning.
public final class AccessRecords implements AutoCloseable {

  private final KafkaConsumer<String, String> consumer;
  private final List<String> seen = new ArrayList<>();

  public AccessRecords(String bootstrap) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(Topics.ACCESS));
  }

  public void awaitOne(String subject, String actor) {
    await()
        .until(
            () -> {
              consumer
                  .poll(Duration.ofMillis(200))
                  .forEach(it -> seen.add(it.key() + " " + it.value()));
              return seen.stream()
                      .filter(it -> it.startsWith(subject + " "))
                      .filter(it -> it.contains("\"actor\":\"" + actor + "\""))
                      .filter(it -> it.contains("\"REFERENCE\""))
                      .count()
                  == 1;
            });
  }

  @Override
  public void close() {
    consumer.close();
  }
}
