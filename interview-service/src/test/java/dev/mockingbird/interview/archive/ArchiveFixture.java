package dev.mockingbird.interview.archive;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.DurableProducer;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.eventlog.RedisJournal;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.eventlog.TopicCreator;
import dev.mockingbird.events.Topics;
import dev.mockingbird.interview.room.RandomRoom;
import dev.mockingbird.interview.room.RoomEntry;
import dev.mockingbird.interview.room.RoomEntryCodec;
import dev.mockingbird.stack.Stores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.awaitility.Awaitility;

/// An archive on a real Redis and a real Kafka.
final class ArchiveFixture implements AutoCloseable {

  /// Small, so that small rooms have many chunks.
  private static final int SPACING = 100;

  private static final Executor THREADS = Thread.ofVirtual()::start;

  private final String kafka;
  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;
  private final Producer<String, String> producer;
  final Shards shards = new Shards(2);
  final DataKeys dataKeys;
  final RoomEntryCodec codec;
  final Journal inRedis;
  final ArchiveIndex index;
  final ArchiveTopic topic;
  final RoomArchiver archiver;
  final Snapshots snapshots;

  /// As every reader knows it.
  final Journal journal;

  ArchiveFixture(Stores stores) throws Exception {
    this(stores.redisUri(), stores.kafkaBootstrap(), SPACING);
  }

  ArchiveFixture(String redis, String kafka, int spacing) throws Exception {
    new TopicCreator(kafka, shards.count()).create(List.of(Topics.ROOM_ARCHIVE));
    this.kafka = kafka;
    client = RedisClient.create(redis);
    connection = client.connect();
    producer = DurableProducer.create(kafka);
    dataKeys =
        new DataKeys(connection, shards, InstallationKey.of(new byte[32]), new SecureRandom());
    codec = new RoomEntryCodec(new EventCodec("default", dataKeys));
    inRedis = new RedisJournal(connection, () -> "epoch", "");
    index = new ArchiveIndex(connection);
    topic = new ArchiveTopic(producer, kafka);
    ArchivedChunks chunks = new ArchivedChunks(topic, dataKeys);
    archiver = new RoomArchiver(inRedis, index, topic, dataKeys, codec, spacing);
    journal = new ArchivedJournal(inRedis, index, chunks, THREADS);
    snapshots = new Snapshots(connection, journal, index, chunks, codec, THREADS, spacing);
  }

  ArchiveSweep sweep(Duration keptFor, LastingView lasting, MeterRegistry meters) {
    return new ArchiveSweep(
        archiver,
        new EndedRooms(connection, shards, index),
        lasting,
        shards,
        connection,
        InstantSource.system(),
        keptFor,
        meters);
  }

  /// An archiver under whose hands something happens to the journal, just before it is read.
  RoomArchiver archiverWhile(Runnable happens) {
    return new RoomArchiver(
        new Disturbed(inRedis, happens), index, topic, dataKeys, codec, SPACING);
  }

  /// Somebody deletes the topic, and a service that starts makes it again.
  void loseTopic() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      admin.deleteTopics(List.of(Topics.ROOM_ARCHIVE)).all().get();
      Awaitility.await()
          .until(() -> !admin.listTopics().names().get().contains(Topics.ROOM_ARCHIVE));
    }
    new TopicCreator(kafka, shards.count()).create(List.of(Topics.ROOM_ARCHIVE));
  }

  RedisCommands<String, String> redis() {
    return connection.sync();
  }

  JournalKeys roomThatGoesOn(int length) {
    return write(new RandomRoom(length, length), false);
  }

  JournalKeys endedRoom(int length) {
    return write(new RandomRoom(length, length).ended(), true);
  }

  JournalKeys write(RandomRoom room, boolean seal) {
    String id = UUID.randomUUID().toString();
    dataKeys.create(id);
    JournalKeys keys = new JournalKeys(shards.tag(id), "room", id);
    List<RoomEntry> entries = room.entries();
    List<Append.Entry> encoded =
        entries.stream().map(entry -> codec.encode(id, entry, "c-1")).toList();
    int batch = 500;
    IntStream.rangeClosed(0, (entries.size() - 1) / batch)
        .forEach(
            i -> {
              int end = Math.min(entries.size(), (i + 1) * batch);
              inRedis
                  .append(
                      new Append(
                          keys,
                          i == 0,
                          "test",
                          i + 1,
                          Map.of(),
                          List.of(),
                          List.of(),
                          encoded.subList(i * batch, end),
                          seal && end == entries.size()))
                  .toCompletableFuture()
                  .join();
            });
    return keys;
  }

  List<JournalEntry> all(JournalKeys room) {
    return read(room, 0, 100_000);
  }

  List<JournalEntry> read(JournalKeys room, long after, int limit) {
    return journal.read(room, after, limit).toCompletableFuture().join();
  }

  ArchiveIndex.Head head(JournalKeys room) {
    return index.find(room).toCompletableFuture().join().orElseThrow();
  }

  @Override
  public void close() {
    topic.close();
    producer.close();
    connection.close();
    client.shutdown();
  }

  private record Disturbed(Journal journal, Runnable happens) implements Journal {

    @Override
    public CompletionStage<AppendResult> append(Append append) {
      return journal.append(append);
    }

    @Override
    public CompletionStage<List<JournalEntry>> read(JournalKeys keys, long after, int limit) {
      happens.run();
      return journal.read(keys, after, limit);
    }

    @Override
    public CompletionStage<Long> lastAccepted(JournalKeys keys, String client) {
      return journal.lastAccepted(keys, client);
    }

    @Override
    public CompletionStage<Optional<JournalHead>> head(JournalKeys keys) {
      return journal.head(keys);
    }
  }
}
