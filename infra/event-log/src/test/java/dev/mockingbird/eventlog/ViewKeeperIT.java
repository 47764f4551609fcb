package dev.mockingbird.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.Topics;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@LocalStack({Store.REDIS, Store.KAFKA})
class ViewKeeperIT {

  private static final Duration LIMIT = Duration.ofSeconds(40);

  /// A view in memory of what was said in one room.
  private static final class Sayings implements ViewKeeper.View {

    private final String room;
    private volatile @Nullable List<String> lines;

    Sayings(String room) {
      this.room = room;
    }

    @Override
    public boolean exists() {
      return lines != null;
    }

    @Override
    public void create() {
      lines = new CopyOnWriteArrayList<>();
    }

    void throwAway() {
      lines = null;
    }

    List<String> lines() {
      List<String> now = lines;
      return now == null ? List.of() : new ArrayList<>(now);
    }

    void handle(List<Decoded> batch) throws IOException {
      List<String> now = lines;
      if (now == null) {
        throw new IOException("There is no view to write to");
      }
      for (Decoded decoded : batch) {
        if (decoded instanceof Decoded.Readable(EventEnvelope<?> envelope)
            && envelope.aggregate().equals(room)
            && envelope.data() instanceof RoomEvent.ChatPosted(String text)) {
          now.add(text);
        }
      }
    }
  }

  @Test
  void buildsAViewFromTheBeginningAgainWhenItWasThrownAwayRunningOrNot(Stores stores)
      throws Exception {
    TopicCreator topics = new TopicCreator(stores.kafkaBootstrap(), 2);
    topics.create(List.of(Topics.ROOM));
    try (var on = new JournalFixture(stores.redisUri());
        Producer<String, String> producer = DurableProducer.create(stores.kafkaBootstrap())) {
      JournalKeys room = on.room();
      say(on, producer, room, 1, "one");
      Sayings view = new Sayings(room.id());
      String group = "test." + UUID.randomUUID();
      var consumer =
          new ConsumerPolicy(stores.kafkaBootstrap(), on.codec, topics, new SimpleMeterRegistry())
              .inOrder(group, List.of(Topics.ROOM), view::handle);
      PatientWork keeping = ViewKeeper.keep(view, consumer, stores.kafkaBootstrap());
      assertThat(consumer.isAutoStartup()).isFalse();

      keeping.start();
      await().atMost(LIMIT).until(() -> view.lines().equals(List.of("one")));
      view.throwAway();
      say(on, producer, room, 2, "two");
      await().atMost(LIMIT).until(() -> view.lines().equals(List.of("one", "two")));

      keeping.stop();
      consumer.stop();
      view.throwAway();
      keeping.start();
      await().atMost(LIMIT).until(() -> view.lines().equals(List.of("one", "two")));

      keeping.stop();
      consumer.stop();
      say(on, producer, room, 3, "three");
      keeping.start();
      await().atMost(LIMIT).until(() -> view.lines().contains("three"));
      assertThat(view.lines()).as("goes on where it was").containsExactly("one", "two", "three");
      keeping.stop();
      consumer.stop();
    }
  }

  private static void say(
      JournalFixture on, Producer<String, String> producer, JournalKeys room, long n, String text)
      throws Exception {
    String fact = on.codec.complete(on.chat(room, text).envelope(), room.id(), n, n, Instant.EPOCH);
    producer.send(new ProducerRecord<>(Topics.ROOM, room.id(), fact)).get();
  }
}
