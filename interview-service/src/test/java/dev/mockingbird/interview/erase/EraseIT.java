package dev.mockingbird.interview.erase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventDraft;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.eventlog.RedisJournal;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.events.InterviewEvent.InterviewBooked;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.ChatPosted;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import io.lettuce.core.RedisClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@LocalStack
class EraseIT {

  private static final PersonId IVAN = new PersonId("demo:1002");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void nothingReadableIsLeftOfAnErasedInterviewButItsReceipt(
      RedisServer redis, @TempDir Path folder) throws IOException {
    Path keyFile = folder.resolve("installation.key");
    Files.writeString(keyFile, Base64.getEncoder().encodeToString(new byte[32]));
    try (RedisClient client = RedisClient.create(redis.uri());
        var connection = client.connect()) {
      Shards shards = new Shards(8);
      DataKeys keys =
          new DataKeys(connection, shards, InstallationKey.read(keyFile), new SecureRandom());
      EventCodec codec = new EventCodec("default", keys);
      RedisJournal journal = new RedisJournal(connection, () -> "epoch", "");
      keys.create("i-1");
      Append.Fact booked =
          codec.draft(
              "i-1",
              new EventDraft(
                  new InterviewBooked("秘密标题", Language.CHINESE, 30, IVAN), IVAN, "c-1", null));
      Append.Fact chat =
          codec.draft("i-1", new EventDraft(new ChatPosted("悄悄话"), IVAN, "c-2", null));
      JournalKeys interview = new JournalKeys(shards.tag("i-1"), "interview", "i-1");
      JournalKeys room = new JournalKeys(shards.tag("i-1"), "room", "i-1");
      journal
          .append(new Append(interview, true, "c", 1, List.of(booked)))
          .toCompletableFuture()
          .join();
      journal.append(new Append(room, true, "c", 1, List.of(chat))).toCompletableFuture().join();
      connection.sync().hset(room.part("snapshots"), "1000", "a view of it");
      String kafkaRecord = codec.complete(chat.envelope(), "i-1", 1, 1, java.time.Instant.EPOCH);
      assertThat(codec.decode(kafkaRecord)).isInstanceOf(Decoded.Readable.class);

      assertThat(erase(redis, keyFile, "interview", "i-1", "--yes")).isZero();

      assertThat(out.toString(StandardCharsets.UTF_8)).contains("Receipt: ");
      assertThat(codec.decode(kafkaRecord)).isInstanceOf(Decoded.Erased.class);
      assertThat(connection.sync().keys("*:room:i-1:*")).isEmpty();
      assertThat(journal.read(interview, 0, 10).toCompletableFuture().join())
          .singleElement()
          .satisfies(
              entry ->
                  assertThat(entry.json()).contains("interview.erased.v1").doesNotContain("秘密"));
      assertThat(filesOf(redis)).doesNotContain("悄悄话", "秘密标题");
      assertThat(erase(redis, keyFile, "interview", "i-1", "--yes")).as("again").isZero();
      assertThat(connection.sync().xlen(interview.journal())).as("one receipt").isEqualTo(1);
      assertThat(erase(redis, keyFile, "interview", "i-2", "--yes")).isEqualTo(1);
    }
  }

  @Test
  void ofAnErasedPersonNoKeyIsLeft(RedisServer redis, @TempDir Path folder) throws IOException {
    Path keyFile = folder.resolve("installation.key");
    Files.writeString(keyFile, Base64.getEncoder().encodeToString(new byte[32]));
    try (RedisClient client = RedisClient.create(redis.uri());
        var connection = client.connect()) {
      connection.sync().set("mockingbird:person:demo:7", "{\"name\":\"Grace\"}");
      connection.sync().hset("mockingbird:tokens:demo:7", "t1", "{\"name\":\"my laptop\"}");
      connection.sync().hset("mockingbird:token-use:demo:7", "t1", "2026-01-05T09:00:00Z");
      connection.sync().set("mockingbird:once:demo:7:some-key", "x");
      connection.sync().set("mockingbird:request:demo:7:some-key", "x");
      connection.sync().set("mockingbird:person:demo:77", "somebody else");

      assertThat(erase(redis, keyFile, "person", "demo:7", "--yes")).isZero();

      assertThat(connection.sync().keys("*demo:7")).isEmpty();
      assertThat(connection.sync().keys("*demo:7:*")).isEmpty();
      assertThat(filesOf(redis)).doesNotContain("Grace", "my laptop").contains("somebody else");
      assertThat(erase(redis, keyFile, "person", "demo:7", "--yes")).as("again").isEqualTo(1);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("Nobody here has the id demo:7.");
      assertThat(erase(redis, keyFile, "person", "grace", "--yes")).as("a login").isEqualTo(2);
    }
  }

  /// What Redis has on disk, whatever of it is text.
  private static String filesOf(RedisServer redis) throws IOException {
    Path file = redis.log().file().resolveSibling("appendonly.aof");
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  @Test
  void erasesNothingWithoutAClearWord(RedisServer redis, @TempDir Path folder) {
    assertThat(erase(redis, folder, "interview", "i-1")).isEqualTo(2);
    assertThat(erase(redis, folder, "everything", "i-1", "--yes")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage");
  }

  private int erase(RedisServer redis, Path keyFile, String... arguments) {
    return Erase.run(
        List.of(arguments),
        Map.of(
            "MOCKINGBIRD_REDIS_URL", redis.uri(),
            "MOCKINGBIRD_INSTALLATION_KEY_FILE", keyFile.toString()),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
