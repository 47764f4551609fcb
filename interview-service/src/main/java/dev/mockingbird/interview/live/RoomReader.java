package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.live.Patience.await;

import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomEntry;
import dev.mockingbird.interview.room.RoomEntryCodec;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// Reads one room along its journal, from a position on. Belongs to one reader.
public final class RoomReader {

  private static final int PAGE = 1_000;

  /// An entry that [#room()] has just taken.
  public record Taken(RoomEntry entry, Position position, Instant at) {}

  private final JournalKeys keys;
  private final Journal journal;
  private final RoomEntryCodec codec;
  private final Room room = new Room();
  private final Queue<JournalEntry> read = new ArrayDeque<>();
  private final String epoch;
  private Instant at;

  /// @param upTo sequence number to begin at; beyond the end: the end
  RoomReader(
      JournalKeys keys, Journal journal, RoomLoader loader, RoomEntryCodec codec, long upTo) {
    this.keys = keys;
    this.journal = journal;
    this.codec = codec;
    RoomLoader.Loaded loaded = loader.load(keys, room, upTo);
    this.epoch = loaded.epoch();
    this.at = loaded.at();
    Optional<Taken> taken;
    do {
      taken = next(upTo);
    } while (taken.isPresent());
  }

  /// Empty when the room does not exist.
  public String epoch() {
    return epoch;
  }

  /// As it is at the position that was read last.
  public Room room() {
    return room;
  }

  /// Time of the entry that was read last, the beginning of time when there is none.
  public Instant at() {
    return at;
  }

  public Position position() {
    return new Position(epoch, room.sequence());
  }

  /// Takes the next entry.
  ///
  /// @param upTo sequence number to stop at
  /// @return empty there, or at the end of the journal
  /// @throws StoreUnavailableException when a store does not answer
  public Optional<Taken> next(long upTo) {
    if (room.sequence() >= upTo) {
      return Optional.empty();
    }
    if (read.isEmpty()) {
      int wanted = (int) Math.min(upTo - room.sequence(), PAGE);
      read.addAll(await(journal.read(keys, room.sequence(), wanted)));
    }
    JournalEntry next = read.poll();
    if (next == null) {
      return Optional.empty();
    }
    RoomEntry entry = codec.decode(next.json());
    room.evolve(entry, next.sequence(), next.at());
    at = next.at();
    return Optional.of(new Taken(entry, position(), next.at()));
  }
}
