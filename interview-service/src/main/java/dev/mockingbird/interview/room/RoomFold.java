package dev.mockingbird.interview.room;

import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.interview.document.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Folds a journal and remembers what a snapshot of the room needs.
public final class RoomFold {

  private final RoomEntryCodec codec;
  private final Room room;
  private final List<JournalEntry> facts;
  private final List<RoomSnapshot.Edits> edits;
  private Instant at;

  public RoomFold(RoomEntryCodec codec) {
    this.codec = codec;
    this.room = new Room();
    this.facts = new ArrayList<>();
    this.edits = new ArrayList<>();
    this.at = Instant.EPOCH;
  }

  /// Goes on from a snapshot.
  public RoomFold(RoomEntryCodec codec, RoomSnapshot snapshot) {
    this.codec = codec;
    this.room = snapshot.restore(codec);
    this.facts = new ArrayList<>(snapshot.facts());
    this.edits = new ArrayList<>(snapshot.edits());
    this.at = snapshot.at();
  }

  public void take(JournalEntry entry) {
    RoomEntry taken = codec.decode(entry.json());
    room.evolve(taken, entry.sequence(), entry.at());
    at = entry.at();
    switch (taken) {
      case RoomEntry.Happened _ -> facts.add(entry);
      case RoomEntry.Edited _ -> edited();
    }
  }

  private void edited() {
    RoomSnapshot.Edits one = RoomSnapshot.Edits.one(facts.size(), at);
    if (!edits.isEmpty() && edits.getLast().isOfSameTime(one)) {
      edits.add(edits.removeLast().andOne());
    } else {
      edits.add(one);
    }
  }

  public long sequence() {
    return room.sequence();
  }

  public RoomSnapshot snapshot(String epoch) {
    return new RoomSnapshot(
        RoomSnapshot.FORM,
        epoch,
        room.sequence(),
        at,
        room.scopes(),
        room.documents().stream().map(Document::kept).toList(),
        List.copyOf(facts),
        List.copyOf(edits));
  }
}
