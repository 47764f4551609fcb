package dev.mockingbird.interview.archive;

import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.interview.room.RoomSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run of a journal, as the archive keeps it.
///
/// @param snapshot the room before the first entry, so that nobody reads all chunks before this one
/// @param entries at least one, without holes
record Chunk(@Nullable RoomSnapshot snapshot, List<JournalEntry> entries) {

  long first() {
    return entries.getFirst().sequence();
  }

  long last() {
    return entries.getLast().sequence();
  }
}
