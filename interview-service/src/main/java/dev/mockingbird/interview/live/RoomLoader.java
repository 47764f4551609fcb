package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.live.Patience.await;

import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.interview.archive.Snapshots;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomEntryCodec;
import dev.mockingbird.interview.room.RoomSnapshot;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Brings a room that has taken nothing yet to the nearest snapshot; its journal leads on from
/// there.
@Component
class RoomLoader {

  private final Journal journal;
  private final Snapshots snapshots;
  private final RoomEntryCodec codec;

  RoomLoader(Journal journal, Snapshots snapshots, RoomEntryCodec codec) {
    this.journal = journal;
    this.snapshots = snapshots;
    this.codec = codec;
  }

  /// Where a room is after it was loaded.
  ///
  /// @param epoch the journal's, empty when it does not exist
  /// @param at time of the last entry, the beginning of time when there is none
  record Loaded(String epoch, Instant at) {}

  /// @param upTo sequence number not to go beyond
  /// @throws StoreUnavailableException when a store does not answer
  Loaded load(JournalKeys keys, Room room, long upTo) {
    Optional<JournalHead> head = await(journal.head(keys));
    if (head.isEmpty()) {
      return new Loaded("", Instant.EPOCH);
    }
    String epoch = head.get().epoch();
    long reachable = Math.min(upTo, head.get().sequence());
    Optional<RoomSnapshot> snapshot = await(snapshots.nearest(keys, epoch, reachable));
    snapshot.ifPresent(it -> it.restoreInto(room, codec));
    return new Loaded(epoch, snapshot.map(RoomSnapshot::at).orElse(Instant.EPOCH));
  }
}
