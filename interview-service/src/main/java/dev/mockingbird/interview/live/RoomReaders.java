package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.live.Patience.await;

import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.interview.room.RoomEntryCodec;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Rooms at any position, folded from their journals alone, wherever these are.
@Component
public class RoomReaders {

  private final LiveRooms rooms;
  private final Journal journal;
  private final RoomLoader loader;
  private final RoomEntryCodec codec;

  RoomReaders(LiveRooms rooms, Journal journal, RoomLoader loader, RoomEntryCodec codec) {
    this.rooms = rooms;
    this.journal = journal;
    this.loader = loader;
    this.codec = codec;
  }

  /// Empty when the room does not exist.
  public Optional<JournalHead> head(String room) {
    return await(journal.head(rooms.keys(room)));
  }

  /// @param at sequence number to begin at, found through the nearest snapshot; beyond the end: the
  ///   end
  public RoomReader from(String room, long at) {
    return new RoomReader(rooms.keys(room), journal, loader, codec, at);
  }
}
