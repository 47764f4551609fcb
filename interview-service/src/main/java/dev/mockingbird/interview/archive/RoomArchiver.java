package dev.mockingbird.interview.archive;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.interview.room.RoomEntryCodec;
import dev.mockingbird.interview.room.RoomFold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;

/// Moves one journal, in steps that may be cut off anywhere and taken again by anybody.
///
/// 1. [#archive]: chunks are written to the topic, read back and compared; then the head says where
///    they are. Cut off before, they lie on the topic and nobody points to them.
/// 2. [#trim]: everything the head points to is read back and compared once more, since Kafka may
///    have lost it meanwhile; then, in one step with a last look at the head, the journal leaves
///    Redis.
final class RoomArchiver {

  private static final int CHUNK_CHARS = 4 * 1024 * 1024;

  private static final int LONGEST_WITH_SNAPSHOT = 8 * 1024 * 1024;

  private final Journal journal;
  private final ArchiveIndex index;
  private final ArchiveTopic topic;
  private final DataKeys dataKeys;
  private final RoomEntryCodec codec;
  private final int chunkEntries;

  /// @param journal the one in Redis
  /// @param chunkEntries entries of a chunk at most
  RoomArchiver(
      Journal journal,
      ArchiveIndex index,
      ArchiveTopic topic,
      DataKeys dataKeys,
      RoomEntryCodec codec,
      int chunkEntries) {
    this.journal = journal;
    this.index = index;
    this.topic = topic;
    this.dataKeys = dataKeys;
    this.codec = codec;
    this.chunkEntries = chunkEntries;
  }

  /// What became of a room.
  sealed interface Step {

    /// Now or before.
    record Done(Instant endedAt) implements Step {}

    /// It does not exist, goes on, or was erased.
    record NothingToDo() implements Step {}

    /// Somebody else changed the head, or erased it: look again.
    record Overtaken() implements Step {}
  }

  /// @throws ArchiveDisagreesException when the topic does not give back what was written
  Step archive(JournalKeys room) {
    Optional<ArchiveIndex.Head> found = index.find(room).toCompletableFuture().join();
    Optional<SecretKey> key = dataKeys.find(room.id());
    Instant endedAt = found.map(ArchiveIndex.Head::sealedAt).orElse(null);
    if (endedAt == null || key.isEmpty()) {
      return new Step.NothingToDo();
    }
    ArchiveIndex.Head head = found.orElseThrow();
    if (head.archive() != null) {
      return new Step.Done(endedAt);
    }
    List<ChunkPointer> chunks;
    try {
      chunks = write(room, head, key.get());
      compare(room, head, key.get(), chunks);
    } catch (ArchiveDisagreesException e) {
      if (isAsBefore(room, head)) {
        throw e;
      }
      return new Step.Overtaken();
    }
    return index.keep(room, head, chunks) ? new Step.Done(endedAt) : new Step.Overtaken();
  }

  /// @throws ArchiveDisagreesException when the archive is not the journal; an archive of which
  ///   something is missing is then forgotten, and made anew by the next [#archive]
  Step trim(JournalKeys room, Instant now) {
    Optional<ArchiveIndex.Head> found = index.find(room).toCompletableFuture().join();
    Optional<SecretKey> key = dataKeys.find(room.id());
    Instant endedAt = found.map(ArchiveIndex.Head::sealedAt).orElse(null);
    if (endedAt == null || key.isEmpty()) {
      return new Step.NothingToDo();
    }
    ArchiveIndex.Head head = found.orElseThrow();
    String archive = head.archive();
    if (archive == null) {
      return new Step.Overtaken();
    }
    if (head.trimmed()) {
      return new Step.Done(endedAt);
    }
    try {
      compare(room, head, key.get(), head.chunks());
    } catch (ArchiveDisagreesException e) {
      if (isAsBefore(room, head)) {
        index.forget(room, archive);
        throw e;
      }
      return new Step.Overtaken();
    }
    return index.trim(room, archive, now) ? new Step.Done(endedAt) : new Step.Overtaken();
  }

  /// A journal that was erased, or trimmed by another instance, under the hands of this one is no
  /// disagreement.
  private boolean isAsBefore(JournalKeys room, ArchiveIndex.Head head) {
    return index.find(room).toCompletableFuture().join().equals(Optional.of(head));
  }

  private List<ChunkPointer> write(JournalKeys room, ArchiveIndex.Head head, SecretKey key) {
    RoomFold fold = new RoomFold(codec);
    List<ChunkPointer> pointers = new ArrayList<>();
    long next = 1;
    while (next <= head.sequence()) {
      List<JournalEntry> entries = nextEntries(room, next);
      boolean last = entries.getLast().sequence() == head.sequence();
      boolean worthMuch = last || pointers.size() % Snapshots.SPARSE == 0;
      pointers.add(write(room, key, head, fold, entries, worthMuch));
      entries.forEach(fold::take);
      next = entries.getLast().sequence() + 1;
    }
    return pointers;
  }

  private ChunkPointer write(
      JournalKeys room,
      SecretKey key,
      ArchiveIndex.Head head,
      RoomFold fold,
      List<JournalEntry> entries,
      boolean worthMuch) {
    Chunk chunk = new Chunk(null, entries);
    String value = ChunkCodec.encode(room.id(), key, chunk);
    if (fold.sequence() > 0) {
      Chunk more = new Chunk(fold.snapshot(head.epoch()), entries);
      String longer = ChunkCodec.encode(room.id(), key, more);
      boolean small = longer.length() - value.length() <= Snapshots.SMALL;
      if (small || (worthMuch && longer.length() <= LONGEST_WITH_SNAPSHOT)) {
        chunk = more;
        value = longer;
      }
    }
    ArchiveTopic.Place place = topic.write(room.id(), value);
    return new ChunkPointer(
        chunk.first(),
        chunk.last(),
        chunk.snapshot() != null,
        place.partition(),
        place.offset(),
        ArchiveTopic.sha256(value));
  }

  /// As many as a chunk takes, at least one.
  private List<JournalEntry> nextEntries(JournalKeys room, long first) {
    List<JournalEntry> read = read(room, first, chunkEntries);
    if (read.isEmpty() || read.getFirst().sequence() != first) {
      throw new ArchiveDisagreesException(
          "The journal of room %s lacks entry %d".formatted(room.id(), first));
    }
    int taken = 1;
    int chars = read.getFirst().json().length();
    while (taken < read.size() && chars + read.get(taken).json().length() <= CHUNK_CHARS) {
      chars += read.get(taken).json().length();
      taken++;
    }
    return read.subList(0, taken);
  }

  private void compare(
      JournalKeys room, ArchiveIndex.Head head, SecretKey key, List<ChunkPointer> chunks) {
    long next = 1;
    for (ChunkPointer pointer : chunks) {
      Chunk chunk = ChunkCodec.decode(room.id(), key, pointer.first(), topic.read(pointer));
      int length = (int) (pointer.last() - next + 1);
      if (pointer.first() != next || !chunk.entries().equals(read(room, next, length))) {
        throw disagreement(room, next);
      }
      next = pointer.last() + 1;
    }
    if (next != head.sequence() + 1) {
      throw disagreement(room, next);
    }
  }

  private List<JournalEntry> read(JournalKeys room, long first, int limit) {
    return journal.read(room, first - 1, limit).toCompletableFuture().join();
  }

  private static ArchiveDisagreesException disagreement(JournalKeys room, long position) {
    return new ArchiveDisagreesException(
        "Archive and journal of room %s differ from position %d on".formatted(room.id(), position));
  }
}
