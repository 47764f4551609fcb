package dev.mockingbird.interview.replay;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.live.Position;
import dev.mockingbird.interview.live.ServerMessage;
import dev.mockingbird.interview.live.Showing;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomEntry;
import dev.mockingbird.interview.room.RoomEntryCodec;
import dev.mockingbird.interview.room.RoomSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes a timeline out of what one person is shown. Who sees what is decided here, fact by fact,
/// and not kept: a snapshot is the same for everybody.
final class TimelineFold implements RoomSnapshot.Listener {

  private final PersonId person;
  private final RoomSnapshot snapshot;
  private final List<Landmark> landmarks = new ArrayList<>();
  private final Map<Instant, Integer> edits = new TreeMap<>();
  private Room last = new Room();

  private TimelineFold(PersonId person, RoomSnapshot snapshot) {
    this.person = person;
    this.snapshot = snapshot;
  }

  /// Empty when the person is no member in the end.
  static Optional<Timeline> of(
      RoomSnapshot snapshot, RoomEntryCodec codec, PersonId person, boolean sealed) {
    TimelineFold fold = new TimelineFold(person, snapshot);
    snapshot.retell(codec, fold);
    return fold.last.findMember(person).map(_ -> fold.timeline(sealed));
  }

  @Override
  public void fact(Room room, RoomEntry fact, long sequence, Instant at) {
    shown(room, fact, sequence, at)
        .filter(ServerMessage.Entry.class::isInstance)
        .map(ServerMessage.Entry.class::cast)
        .flatMap(Landmark::of)
        .ifPresent(landmarks::add);
    last = room;
  }

  /// All edits have one audience.
  @Override
  public void edits(Room room, RoomSnapshot.Edits some) {
    RoomEntry edit = new RoomEntry.Edited(person, "", 0, List.of());
    if (shown(room, edit, 0, some.at()).isPresent()) {
      edits.merge(some.at(), some.count(), Integer::sum);
    }
  }

  private Optional<ServerMessage> shown(Room room, RoomEntry entry, long sequence, Instant at) {
    return room.findMember(person)
        .flatMap(
            viewer ->
                Showing.entry(room, viewer, entry, new Position(snapshot.epoch(), sequence), at));
  }

  private Timeline timeline(boolean sealed) {
    return new Timeline(
        snapshot.epoch(),
        sealed,
        last.openedAt(),
        last.startedAt(),
        last.endedAt(),
        snapshot.sequence(),
        landmarks,
        edits.entrySet().stream()
            .map(it -> new Timeline.Activity(it.getKey(), it.getValue()))
            .toList());
  }
}
