package dev.mockingbird.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.AccessEvent.Content;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import io.lettuce.core.Range;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LocalStack
class AccessLogIT {

  private static final PersonId IVAN = new PersonId("demo:1002");

  private static JournalFixture on;
  private static JournalFixture another;

  private final String interview = UUID.randomUUID().toString();
  private AccessLog log;
  private AccessLog logOfAnother;

  @BeforeAll
  static void connect(RedisServer redis) {
    on = new JournalFixture(redis.uri());
    another = new JournalFixture(redis.uri());
  }

  @AfterAll
  static void disconnect() {
    on.close();
    another.close();
  }

  @BeforeEach
  void twoInstances() {
    log = new AccessLog(on.connection, on.journal, on.codec, "s0");
    logOfAnother = new AccessLog(another.connection, another.journal, another.codec, "s0");
  }

  @Test
  void whatIsReadPageByPageAndByManyRequestsAtOnceWasSeenOnce() {
    CompletableFuture.allOf(
            IntStream.range(0, 32)
                .mapToObj(i -> i % 2 == 0 ? log : logOfAnother)
                .map(it -> CompletableFuture.runAsync(() -> viewed(it, Content.REPLAY)))
                .toArray(CompletableFuture[]::new))
        .join();
    for (int page = 0; page < 30; page++) {
      viewed(log, Content.REPLAY);
      viewed(logOfAnother, Content.REFERENCE);
    }
    log.viewed(Content.REPLAY, interview, JournalFixture.CHEN, "c-2");

    assertThat(written())
        .containsExactly("REPLAY demo:1002", "REFERENCE demo:1002", "REPLAY demo:1003");
    assertThat(on.connection.sync().xlen(keys().journal())).as("kept empty").isZero();
  }

  @Test
  void whatIsSeenLaterIsSeenAgain() {
    viewed(log, Content.REPLAY);
    tenMinutesPass();
    viewed(logOfAnother, Content.REPLAY);
    viewed(log, Content.REPLAY);

    assertThat(written()).containsExactly("REPLAY demo:1002", "REPLAY demo:1002");
  }

  /// It is shown nothing, and the next request is.
  @Test
  void aViewThatSomebodyDiedOverIsWrittenByTheNext() {
    viewed(log, Content.REPLAY);
    tenMinutesPass();
    on.connection.sync().set(keys().part("REPLAY:" + IVAN), "2");

    viewed(log, Content.REPLAY);

    assertThat(written()).hasSize(2);
  }

  private void viewed(AccessLog log, Content content) {
    log.viewed(content, interview, IVAN, "c-1");
  }

  private void tenMinutesPass() {
    assertThat(on.connection.sync().ttl(keys().part("REPLAY:" + IVAN))).isBetween(1L, 600L);
    on.connection.sync().del(keys().part("REPLAY:" + IVAN));
  }

  private JournalKeys keys() {
    return new JournalKeys("s0", "viewed", interview);
  }

  private List<String> written() {
    return on.connection.sync().xrange(keys().outbox(), Range.unbounded()).stream()
        .filter(it -> interview.equals(it.getBody().get("key")))
        .map(
            it ->
                on.codec.complete(it.getBody().get("d"), interview, 1, 1, java.time.Instant.EPOCH))
        .flatMap(it -> Stream.of(on.codec.decode(it)))
        .map(it -> ((Decoded.Readable) it).envelope())
        .map(
            it ->
                ((dev.mockingbird.events.AccessEvent.ContentViewed) it.data()).content()
                    + " "
                    + it.actor())
        .toList();
  }
}
