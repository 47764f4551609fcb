package dev.mockingbird.interview.archive;

import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.interview.room.RoomEntryCodec;
import dev.mockingbird.interview.room.RoomFold;
import dev.mockingbird.interview.room.RoomSnapshot;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Snapshots of rooms: beside the journal while it is in Redis, at the beginning of chunks once it
/// is in the archive. All of them may be thrown away; one that cannot be read, or is of another
/// epoch, is passed over.
public final class Snapshots {

  private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

  /// In Base64. One up to here is worth its room at every position; of longer ones, only every
  /// fourth and the newest.
  static final int SMALL = 128 * 1024;

  /// One that is not small is worth its room at every fourth position.
  static final int SPARSE = 4;

  private static final int LONGEST = 4 * 1024 * 1024;

  /// As many as a chunk has, so that none is read twice.
  private static final int PAGE = 1_000;

  /// KEYS head, snapshots; ARGV position, snapshot, position of one that goes unless it is small.
  /// Written only while the journal is there, so that nothing comes back after an erasure.
  private static final String KEEP =
      """
      local head = redis.call('HMGET', KEYS[1], 'seq', 'trimmed')
      if not head[1] or head[2] or tonumber(head[1]) < tonumber(ARGV[1]) then return 0 end
      redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
      if redis.call('HSTRLEN', KEYS[2], ARGV[3]) > tonumber(ARGV[4]) then redis.call('HDEL', KEYS[2], ARGV[3]) end
      return 1""";

  private final StatefulRedisConnection<String, String> redis;
  private final Journal journal;
  private final ArchiveIndex index;
  private final ArchivedChunks chunks;
  private final RoomEntryCodec codec;
  private final Executor threads;
  private final int spacing;
  private final ObjectMapper json = JsonMapper.builder().build();

  /// @param threads that may block
  /// @param spacing a snapshot is made at every position divisible by this
  Snapshots(
      StatefulRedisConnection<String, String> redis,
      Journal journal,
      ArchiveIndex index,
      ArchivedChunks chunks,
      RoomEntryCodec codec,
      Executor threads,
      int spacing) {
    this.redis = redis;
    this.journal = journal;
    this.index = index;
    this.chunks = chunks;
    this.codec = codec;
    this.threads = threads;
    this.spacing = spacing;
  }

  static String key(JournalKeys room) {
    return room.part("snapshots");
  }

  /// The newest one that is not after a position; empty: fold from the beginning.
  ///
  /// @param epoch of the journal as it is now
  public CompletionStage<Optional<RoomSnapshot>> nearest(
      JournalKeys room, String epoch, long upTo) {
    return redis
        .async()
        .hkeys(key(room))
        .thenCompose(
            positions ->
                positions.stream()
                    .map(Long::valueOf)
                    .filter(position -> position <= upTo)
                    .max(Long::compareTo)
                    .map(position -> beside(room, epoch, position))
                    .orElseGet(() -> inArchive(room, upTo)));
  }

  private CompletionStage<Optional<RoomSnapshot>> beside(
      JournalKeys room, String epoch, long position) {
    return redis
        .async()
        .hget(key(room), Long.toString(position))
        .thenApplyAsync(
            text ->
                Optional.ofNullable(text)
                    .flatMap(it -> read(room, it))
                    .filter(it -> it.form() == RoomSnapshot.FORM)
                    .filter(it -> it.epoch().equals(epoch) && it.sequence() == position),
            threads);
  }

  /// Its chunk is the one that the head of this journal points to, so its epoch need not be the
  /// present one.
  private CompletionStage<Optional<RoomSnapshot>> inArchive(JournalKeys room, long upTo) {
    return index
        .find(room)
        .thenCompose(
            head ->
                head.filter(ArchiveIndex.Head::trimmed)
                    .flatMap(
                        it ->
                            it.chunks().stream()
                                .filter(chunk -> chunk.snapshot() && chunk.first() - 1 <= upTo)
                                .reduce((earlier, later) -> later))
                    .map(
                        chunk ->
                            CompletableFuture.supplyAsync(
                                () ->
                                    Optional.ofNullable(chunks.read(room.id(), chunk).snapshot())
                                        .filter(it -> it.form() == RoomSnapshot.FORM),
                                threads))
                    .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
  }

  private Optional<RoomSnapshot> read(JournalKeys room, String text) {
    try {
      byte[] plain = Compression.expand(Base64.getDecoder().decode(text));
      return Optional.of(json.readValue(plain, RoomSnapshot.class));
    } catch (JacksonException | IllegalArgumentException | UncheckedIOException e) {
      log.warn("A snapshot of room {} is passed over: {}", room.id(), e.getClass().getName());
      return Optional.empty();
    }
  }

  /// The last position up to which a room should have a snapshot, 0 for none.
  public long due(long sequence) {
    return sequence - sequence % spacing;
  }

  /// Makes the snapshot of a position unless somebody did. Blocks for Redis; costs a fold of what
  /// came after the one before.
  ///
  /// @param position that is [#due(long)]
  public void make(JournalKeys room, String epoch, long position) {
    Optional<RoomSnapshot> before = nearest(room, epoch, position).toCompletableFuture().join();
    if (before.filter(it -> it.sequence() == position).isEmpty()) {
      RoomFold fold = folded(room, before, position);
      if (fold.sequence() == position) {
        keep(room, fold.snapshot(epoch));
      }
    }
  }

  /// The room at a position, which nobody keeps: from the snapshot before it and the entries since.
  ///
  /// @param position beyond the end: the end
  public CompletionStage<RoomSnapshot> at(JournalKeys room, String epoch, long position) {
    return nearest(room, epoch, position)
        .thenApplyAsync(before -> folded(room, before, position).snapshot(epoch), threads);
  }

  private RoomFold folded(JournalKeys room, Optional<RoomSnapshot> before, long position) {
    RoomFold fold = before.map(it -> new RoomFold(codec, it)).orElseGet(() -> new RoomFold(codec));
    boolean ended = false;
    while (fold.sequence() < position && !ended) {
      int wanted = (int) Math.min(PAGE, position - fold.sequence());
      List<JournalEntry> page =
          journal.read(room, fold.sequence(), wanted).toCompletableFuture().join();
      page.forEach(fold::take);
      ended = page.isEmpty();
    }
    return fold;
  }

  private void keep(JournalKeys room, RoomSnapshot snapshot) {
    String text =
        Base64.getEncoder().encodeToString(Compression.compress(json.writeValueAsBytes(snapshot)));
    if (text.length() > LONGEST) {
      return;
    }
    long before = snapshot.sequence() - spacing;
    redis
        .sync()
        .eval(
            KEEP,
            ScriptOutputType.INTEGER,
            new String[] {room.head(), key(room)},
            Long.toString(snapshot.sequence()),
            text,
            before % ((long) SPARSE * spacing) == 0 ? "" : Long.toString(before),
            Integer.toString(SMALL));
  }
}
