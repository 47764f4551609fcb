package dev.mockingbird.eventlog;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/// A journal on a real Redis, with what a test needs around it.
final class JournalFixture implements AutoCloseable {

  static final PersonId CHEN = new PersonId("demo:1003");

  final RedisClient client;
  final StatefulRedisConnection<String, String> connection;
  final Shards shards = new Shards(1);
  final DataKeys dataKeys;
  final EventCodec codec;
  final Journal journal;

  JournalFixture(String uri) {
    client = RedisClient.create(uri);
    connection = client.connect();
    dataKeys =
        new DataKeys(connection, shards, InstallationKey.of(new byte[32]), new SecureRandom());
    codec = new EventCodec("default", dataKeys);
    journal = new RedisJournal(connection, () -> UUID.randomUUID().toString(), "");
  }

  /// Keys of a room that no other test has, with its data key made.
  JournalKeys room() {
    String id = UUID.randomUUID().toString();
    dataKeys.create(id);
    return new JournalKeys(shards.tag(id), "room", id);
  }

  Append.Fact chat(JournalKeys keys, String text) {
    return codec.draft(
        keys.id(), new EventDraft(new RoomEvent.ChatPosted(text), CHEN, "test-0001", null));
  }

  AppendResult append(Append append) {
    return journal.append(append).toCompletableFuture().join();
  }

  AppendResult birth(JournalKeys keys, Append.Entry... entries) {
    return append(new Append(keys, true, "birth", 1, List.of(entries)));
  }

  List<JournalEntry> read(JournalKeys keys) {
    return journal.read(keys, 0, 100_000).toCompletableFuture().join();
  }

  @Override
  public void close() {
    connection.close();
    client.shutdown();
  }
}
