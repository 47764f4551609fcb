package dev.mockingbird.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@LocalStack
class KafkaBrokerIT {

  @Test
  void keepsWhatItAcknowledgedThroughAKill(KafkaBroker kafka) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
      NewTopic topic = new NewTopic("facts", 1, (short) 1).configs(Map.of("flush.messages", "1"));
      admin.createTopics(List.of(topic)).all().get();
    }
    send(kafka, "asked");

    kafka.kill();
    assertThat(kafka.isReady()).isFalse();
    kafka.start();

    send(kafka, "answered");
    assertThat(read(kafka, 2)).containsExactly("asked", "answered");
  }

  @Test
  void createsNoTopicBehindOurBack(KafkaBroker kafka) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
      assertThatThrownBy(() -> admin.describeTopics(List.of("never-made")).allTopicNames().get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  @Test
  void keepsItsDataInItsFolder(KafkaBroker kafka) {
    Path topics = kafka.log().file().resolveSibling("topics");
    assertThat(Files.exists(topics.resolve("meta.properties"))).isTrue();
  }

  private static void send(KafkaBroker kafka, String value) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("facts", value)).get();
    }
  }

  private static List<String> read(KafkaBroker kafka, int count) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition("facts", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      var values = new java.util.ArrayList<String>();
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (values.size() < count && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
      }
      return values;
    }
  }
}
