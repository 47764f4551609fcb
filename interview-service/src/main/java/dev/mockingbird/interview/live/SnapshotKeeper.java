package dev.mockingbird.interview.live;

import dev.mockingbird.interview.archive.Snapshots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has a snapshot made of every room that people are in, each time it has gone on far enough. It
/// folds the room's journal anew and one room at a time, so that no command ever waits for it.
@Component
class SnapshotKeeper {

  private static final Logger log = LoggerFactory.getLogger(SnapshotKeeper.class);

  private final LiveRooms rooms;
  private final Snapshots snapshots;

  /// The newest position of each room that is known to have one; used by one thread at a time.
  private final Map<String, Long> made = new HashMap<>();

  SnapshotKeeper(LiveRooms rooms, Snapshots snapshots) {
    this.rooms = rooms;
    this.snapshots = snapshots;
  }

  @Scheduled(fixedDelayString = "${mockingbird.room.snapshots-looked-at-every:5s}")
  void makeSnapshots() {
    List<LiveRoom> followed = rooms.followed();
    made.keySet().retainAll(followed.stream().map(LiveRoom::id).collect(Collectors.toSet()));
    for (LiveRoom room : followed) {
      Position now = room.position();
      long wanted = snapshots.due(now.sequence());
      if (wanted > made.getOrDefault(room.id(), 0L)) {
        make(room.id(), now.epoch(), wanted);
      }
    }
  }

  private void make(String room, String epoch, long position) {
    try {
      snapshots.make(rooms.keys(room), epoch, position);
      made.put(room, position);
    } catch (RuntimeException e) {
      log.warn("No snapshot of room {} was made: {}", room, e.getClass().getName());
    }
  }
}
