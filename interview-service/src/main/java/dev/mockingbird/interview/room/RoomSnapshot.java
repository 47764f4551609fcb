package dev.mockingbird.interview.room;

import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.interview.document.Document;
import java.time.Instant;
import java.util.Iterator;
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
/// @param edits how many edits there were between them, and when
public record RoomSnapshot(
    int form,
    String epoch,
    long sequence,
    Instant at,
    Map<String, Long> scopes,
    List<Document.Kept> documents,
    List<JournalEntry> facts,
    List<Edits> edits) {

  public static final int FORM = 2;

  /// Edits between two facts.
  ///
  /// @param facts number of facts before them
  /// @param at begin of the ten seconds in which they were made
  public record Edits(int facts, Instant at, int count) {

    private static final long SECONDS = 10;

    static Edits one(int facts, Instant at) {
      long begin = Math.floorDiv(at.getEpochSecond(), SECONDS) * SECONDS;
      return new Edits(facts, Instant.ofEpochSecond(begin), 1);
    }

    boolean isOfSameTime(Edits other) {
      return facts == other.facts && at.equals(other.at);
    }

    Edits andOne() {
      return new Edits(facts, at, count + 1);
    }
  }

  /// Who is told how the room came to be what it is.
  public interface Listener {

    /// @param room after the fact, without documents
    void fact(Room room, RoomEntry fact, long sequence, Instant at);

    void edits(Room room, Edits edits);
  }

  /// The room at this position.
  public Room restore(RoomEntryCodec codec) {
    Room room = new Room();
    restoreInto(room, codec);
    return room;
  }

  /// Tells all that led here, in order.
  public void retell(RoomEntryCodec codec, Listener listener) {
    Room room = new Room();
    Iterator<Edits> left = edits.iterator();
    Edits next = left.hasNext() ? left.next() : null;
    for (int i = 0; i <= facts.size(); i++) {
      while (next != null && next.facts() == i) {
        listener.edits(room, next);
        next = left.hasNext() ? left.next() : null;
      }
      if (i < facts.size()) {
        JournalEntry fact = facts.get(i);
        RoomEntry happened = codec.decode(fact.json());
        room.recall(happened, fact.at());
        listener.fact(room, happened, fact.sequence(), fact.at());
      }
    }
  }

  /// @param room that has not taken an entry yet
  public void restoreInto(Room room, RoomEntryCodec codec) {
    facts.forEach(fact -> room.recall(codec.decode(fact.json()), fact.at()));
    room.resumeAt(sequence, scopes, documents.stream().map(Document::new).toList());
  }
}
