package dev.mockingbird.interview.room;

import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.interview.document.Document;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A room at a position without the edits that led to it, so that nobody folds an hour to join. It
/// is a view: without it, folding the journal gives the same room.
///
/// @param form of this record; a snapshot of another form is no snapshot
/// @param epoch the journal's
/// @param at time of the last entry
/// @param scopes versions of the scopes
/// @param facts every entry up to here that is no edit, as the journal has it
public record RoomSnapshot(
    int form,
    String epoch,
    long sequence,
    Instant at,
    Map<String, Long> scopes,
    List<Document.Kept> documents,
    List<JournalEntry> facts) {

  public static final int FORM = 1;

  /// The room at this position.
  public Room restore(RoomEntryCodec codec) {
    Room room = new Room();
    restoreInto(room, codec);
    return room;
  }

  /// @param room that has not taken an entry yet
  public void restoreInto(Room room, RoomEntryCodec codec) {
    facts.forEach(fact -> room.recall(codec.decode(fact.json()), fact.at()));
    room.resumeAt(sequence, scopes, documents.stream().map(Document::new).toList());
  }
}
