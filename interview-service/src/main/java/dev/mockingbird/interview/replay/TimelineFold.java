package dev.mockingbird.interview.replay;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.live.RoomReader;
import dev.mockingbird.interview.live.ServerMessage;
import dev.mockingbird.interview.live.Showing;
import dev.mockingbird.interview.room.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes a timeline out of what one person is shown.
final class TimelineFold {

  private static final long BUCKET_SECONDS = 10;

  private final PersonId person;
  private final List<Landmark> landmarks = new ArrayList<>();
  private final Map<Instant, Integer> edits = new TreeMap<>();

  TimelineFold(PersonId person) {
    this.person = person;
  }

  /// @param room after the entry
  void take(Room room, RoomReader.Taken taken) {
    room.findMember(person)
        .flatMap(viewer -> Showing.entry(room, viewer, taken.entry(), taken.position(), taken.at()))
        .ifPresent(this::take);
  }

  private void take(ServerMessage shown) {
    if (shown instanceof ServerMessage.DocumentEdited edited) {
      edits.merge(bucket(edited.at()), 1, Integer::sum);
    } else if (shown instanceof ServerMessage.Entry entry) {
      Landmark.of(entry).ifPresent(landmarks::add);
    }
  }

  private static Instant bucket(Instant at) {
    return Instant.ofEpochSecond(
        Math.floorDiv(at.getEpochSecond(), BUCKET_SECONDS) * BUCKET_SECONDS);
  }

  Timeline timeline(RoomReader reader, boolean sealed) {
    Room room = reader.room();
    return new Timeline(
        reader.epoch(),
        sealed,
        room.openedAt(),
        room.startedAt(),
        room.endedAt(),
        room.sequence(),
        landmarks,
        edits.entrySet().stream()
            .map(it -> new Timeline.Activity(it.getKey(), it.getValue()))
            .toList());
  }
}
