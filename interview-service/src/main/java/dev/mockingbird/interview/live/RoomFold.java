package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomEntry;
import dev.mockingbird.interview.room.RoomEntryCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/// A room in memory: the fold of its journal up to a position, and the way on from there. Used
/// within the room's turns alone, but for [#taken].
final class RoomFold {

  /// Told of every entry, in order, when the room has just taken it.
  @FunctionalInterface
  interface Listener {
    void took(RoomEntry entry, Position position, Instant at);
  }

  /// An entry of the journal.
  record Line(RoomEntry entry, long sequence, Instant at) {}

  private static final int PAGE = 1_000;

  private final JournalKeys keys;
  private final Journal journal;
  private final RoomEntryCodec codec;
  private final RoomLoader loader;
  private final Executor threads;
  private final Room room = new Room();
  private Listener listener = (_, _, _) -> {};
  private String epoch = "";
  private boolean erased;
  private volatile Position taken = new Position("", 0);

  /// @param threads where pages of the journal are decoded, which takes long
  RoomFold(
      JournalKeys keys,
      Journal journal,
      RoomEntryCodec codec,
      RoomLoader loader,
      Executor threads) {
    this.keys = keys;
    this.journal = journal;
    this.codec = codec;
    this.loader = loader;
    this.threads = threads;
  }

  void tell(Listener listener) {
    this.listener = listener;
  }

  Room room() {
    return room;
  }

  Position position() {
    return new Position(epoch, room.sequence());
  }

  /// How far the room is, for a look from outside of a turn.
  Position taken() {
    return taken;
  }

  /// Takes the next entry.
  ///
  /// @param epoch of the journal it is in
  void take(RoomEntry entry, String epoch, long sequence, Instant at) {
    this.epoch = epoch;
    room.evolve(entry, sequence, at);
    Position position = position();
    taken = position;
    listener.took(entry, position, at);
  }

  /// Reads the journal up to its end.
  ///
  /// @return whether there was anything new
  CompletionStage<Boolean> catchUp() {
    long before = room.sequence();
    return load().thenCompose(_ -> readOn(before));
  }

  private CompletionStage<Void> load() {
    return epoch.isEmpty()
        ? CompletableFuture.runAsync(
            () -> epoch = loader.load(keys, room, Long.MAX_VALUE).epoch(), threads)
        : CompletableFuture.completedStage(null);
  }

  private CompletionStage<Boolean> readOn(long before) {
    return read(room.sequence(), PAGE)
        .thenCompose(
            page -> {
              page.forEach(line -> take(line.entry(), epoch, line.sequence(), line.at()));
              return page.size() == PAGE
                  ? readOn(before)
                  : CompletableFuture.completedStage(room.sequence() > before);
            });
  }

  /// Entries with a sequence above `after`, in order, at most `limit` of them.
  CompletionStage<List<Line>> read(long after, int limit) {
    return journal
        .read(keys, after, limit)
        .thenApplyAsync(page -> page.stream().map(this::line).toList(), threads);
  }

  private Line line(JournalEntry entry) {
    return new Line(codec.decode(entry.json()), entry.sequence(), entry.at());
  }

  /// Reads the journal up to its end, if it is there: a fold in memory does not prove it.
  ///
  /// @return whether the room exists
  CompletionStage<Boolean> exists() {
    CompletionStage<Optional<JournalHead>> head = journal.head(keys);
    return catchUp()
        .thenCombine(
            head,
            (_, found) -> {
              erased |= found.isEmpty() && room.sequence() > 0;
              return !erased && room.sequence() > 0;
            });
  }

  /// The interview is no more: nothing of it is shown from memory.
  void erase() {
    erased = true;
  }

  boolean isErased() {
    return erased;
  }
}
