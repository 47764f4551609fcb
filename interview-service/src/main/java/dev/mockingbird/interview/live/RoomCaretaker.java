package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.EndReason;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What happens in rooms by the clock: presence is refreshed, hidden progress reported, and a room
/// left empty or far over its plan is ended by the system. Every instance may do it; ending twice
/// is a repeat.
@Component
class RoomCaretaker {

  private static final Logger log = LoggerFactory.getLogger(RoomCaretaker.class);

  private final LiveRooms rooms;
  private final RoomSockets sockets;
  private final RoomTimes times;
  private final Shards shards;
  private final Duration emptyFor;
  private final Duration overPlan;

  RoomCaretaker(
      LiveRooms rooms,
      RoomSockets sockets,
      RoomTimes times,
      Shards shards,
      @Value("${mockingbird.room.ended-when-empty-for:30m}") Duration emptyFor,
      @Value("${mockingbird.room.ended-when-over-plan-by:60m}") Duration overPlan) {
    this.rooms = rooms;
    this.sockets = sockets;
    this.times = times;
    this.shards = shards;
    this.emptyFor = emptyFor;
    this.overPlan = overPlan;
  }

  @Scheduled(fixedDelayString = "${mockingbird.room.refreshed-every:15s}")
  void refreshPresence() {
    rooms.followed().forEach(sockets::refresh);
  }

  @Scheduled(fixedDelay = 3_000)
  void reportProgress() {
    rooms.followed().forEach(LiveRoom::reportProgress);
  }

  @Scheduled(
      fixedDelayString = "${mockingbird.room.swept-every:60s}",
      initialDelayString = "${mockingbird.room.swept-every:60s}")
  void endAbandoned() {
    Instant now = times.now();
    for (String shard : shards.tags()) {
      List<String> empty = times.leftFor(emptyFor, shard, now);
      for (String room : times.open(shard)) {
        sweep(room, empty.contains(room), now);
      }
    }
  }

  private void sweep(String room, boolean empty, Instant now) {
    Instant due = rooms.read(room, this::due);
    Room.Status status = rooms.read(room, Room::status);
    switch (status) {
      case UNBORN, ENDED -> times.forget(room);
      case WAITING -> {
        if (empty) {
          times.forget(room);
        }
      }
      case LIVE -> {
        if (empty) {
          end(room, EndReason.EMPTY);
        } else if (now.isAfter(due)) {
          end(room, EndReason.OVERTIME);
        }
      }
    }
  }

  private Instant due(Room room) {
    Instant started = room.startedAt();
    return started == null
        ? Instant.MAX
        : started.plus(Duration.ofMinutes(room.plannedMinutes())).plus(overPlan);
  }

  private void end(String room, EndReason reason) {
    rooms.execute(
        room, PersonId.SYSTEM, new RoomCommand.EndRoom(reason), "system/caretaker", 1, "caretaker");
    times.forget(room);
    log.info("Ended room {}: {}", room, reason);
  }
}
