package dev.mockingbird.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.Topics;
import dev.mockingbird.stack.KafkaBroker;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

@LocalStack(Store.REDIS)
class OutboxRelayIT {

  private static final Duration LIMIT = Duration.ofSeconds(40);

  private static final String WHOLE =
      """
      {"id":"i/1","type":"access.content-viewed.v1","workspace":"w","aggregate":"i","number":1,"sequence":1,\
      "occurredAt":"2026-01-05T09:00:00Z","actor":"demo:1","correlationId":"c","causationId":null,\
      "data":{"content":"REPORT","subject":"i"}}\
      """;

  private static final List<String> POISON =
      List.of(
          "no JSON at all",
          "{\"not\":\"an event\"}",
          "[1,2]",
          "null",
          WHOLE.replace("2026-01-05T09:00:00Z", "yesterday"),
          WHOLE.replace("{\"content\":\"REPORT\",\"subject\":\"i\"}", "[]"),
          WHOLE.replace("\"subject\":\"i\"", "\"subject\":null"),
          WHOLE.replace(",\"subject\":\"i\"", ""),
          WHOLE.replace("REPORT", "DIARY"),
          WHOLE.replace("\"actor\":\"demo:1\",", ""));

  @Test
  void carriesFactsInOrderEncryptedAndOnceMoreAfterTheBrokerDied(Stores stores, KafkaBroker kafka)
      throws Exception {
    new TopicCreator(kafka.bootstrap(), 4).create(Topics.all());
    try (var on = new JournalFixture(stores.redisUri());
        Producer<String, String> producer = DurableProducer.create(kafka.bootstrap())) {
      JournalKeys room = on.room();
      on.birth(room, on.chat(room, "答案一"));
      var relay = relay(on, producer);
      relay.start();
      await().atMost(LIMIT).until(() -> outboxIsEmpty(on));

      kafka.kill();
      for (int n = 1; n <= 20; n++) {
        on.append(new Append(room, false, "c", n, List.of(on.chat(room, "while down " + n))));
      }
      kafka.start();
      await().atMost(LIMIT).until(() -> outboxIsEmpty(on));
      relay.stop();

      List<ConsumerRecord<String, String>> records = records(kafka, room.id(), 21);
      assertThat(String.join("", values(records))).doesNotContain("答案一", "while down");
      List<? extends EventEnvelope<?>> facts =
          records.stream().map(it -> readable(on, it.value())).toList();
      assertThat(facts.stream().map(EventEnvelope::number).distinct())
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 21).boxed().toList());
      assertThat(facts.getFirst().data()).isEqualTo(new RoomEvent.ChatPosted("答案一"));
      assertThat(facts.getFirst().id()).isEqualTo(room.id() + "/1");

      on.dataKeys.erase(room.id());
      assertThat(on.codec.decode(records.getFirst().value())).isInstanceOf(Decoded.Erased.class);
    }
  }

  @Test
  void poisonGoesToTheDeadLetterTopicAndBlocksNobody(Stores stores, KafkaBroker kafka)
      throws Exception {
    String group = "test.poison";
    TopicCreator topics = new TopicCreator(kafka.bootstrap(), 1);
    topics.create(List.of(Topics.ACCESS));
    try (var on = new JournalFixture(stores.redisUri());
        Producer<String, String> producer = DurableProducer.create(kafka.bootstrap())) {
      MeterRegistry meters = new SimpleMeterRegistry();
      List<String> handled = new CopyOnWriteArrayList<>();
      var container =
          new ConsumerPolicy(kafka.bootstrap(), on.codec, topics, meters)
              .inOrder(
                  group,
                  List.of(Topics.ACCESS),
                  batch -> batch.forEach(it -> handled.add(it.getClass().getSimpleName())));
      container.start();
      POISON.forEach(it -> producer.send(new ProducerRecord<>(Topics.ACCESS, "k", it)));
      producer.send(new ProducerRecord<>(Topics.ACCESS, "k", "{\"type\":\"access.sniffed.v9\"}"));
      producer.flush();

      await().atMost(LIMIT).until(() -> handled.contains("Unknown"));
      container.stop();
      assertThat(handled).containsOnly("Unknown");
      assertThat(values(read(kafka, Topics.deadLetters(Topics.ACCESS, group), POISON.size())))
          .containsExactlyElementsOf(POISON);
      assertThat(meters.get("mockingbird.events.dead.lettered").counter().count())
          .isEqualTo(POISON.size());
      assertThat(meters.get("mockingbird.events.skipped").counter().count()).isEqualTo(1);
    }
  }

  @Test
  void carriesALargeFactAlsoToTopicsOfAnOlderInstallation(Stores stores, KafkaBroker kafka)
      throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
      admin.deleteTopics(List.of(Topics.ROOM)).all().get();
      await().atMost(LIMIT).until(() -> !admin.listTopics().names().get().contains(Topics.ROOM));
      admin.createTopics(List.of(new NewTopic(Topics.ROOM, 4, (short) 1))).all().get();
    }
    new TopicCreator(kafka.bootstrap(), 4).create(Topics.all());
    try (var on = new JournalFixture(stores.redisUri());
        Producer<String, String> producer = DurableProducer.create(kafka.bootstrap())) {
      JournalKeys room = on.room();
      String text = "长".repeat(2_000_000);
      on.birth(room, on.chat(room, text));
      var relay = relay(on, producer);
      relay.start();
      await().atMost(LIMIT).until(() -> outboxIsEmpty(on));
      relay.stop();

      assertThat(readable(on, records(kafka, room.id(), 1).getFirst().value()).data())
          .isEqualTo(new RoomEvent.ChatPosted(text));
    }
  }

  private static OutboxRelay relay(JournalFixture on, Producer<String, String> producer) {
    return new OutboxRelay(
        on.client, producer, on.codec, on.shards.tags(), new SimpleMeterRegistry());
  }

  private static boolean outboxIsEmpty(JournalFixture on) {
    return on.connection.sync().xlen(JournalKeys.outbox("s0")) == 0;
  }

  private static EventEnvelope<?> readable(JournalFixture on, String kafkaRecord) {
    return ((Decoded.Readable) on.codec.decode(kafkaRecord)).envelope();
  }

  private static List<String> values(List<ConsumerRecord<String, String>> records) {
    return records.stream().map(ConsumerRecord::value).toList();
  }

  private static List<ConsumerRecord<String, String>> records(
      KafkaBroker kafka, String key, int atLeast) {
    return read(kafka, Topics.ROOM, atLeast).stream().filter(it -> key.equals(it.key())).toList();
  }

  private static List<ConsumerRecord<String, String>> read(
      KafkaBroker kafka, String topic, int atLeast) {
    List<ConsumerRecord<String, String>> all = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                kafka.bootstrap(),
                "group.id",
                "reader-" + topic,
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(500)).forEach(all::add);
                return all.size() >= atLeast;
              });
    }
    return all;
  }
}
