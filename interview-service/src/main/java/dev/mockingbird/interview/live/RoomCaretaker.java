package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.EndReason;
import dev.mockingbird.interview.archive.EndedRooms;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What happens in rooms by the clock: presence is refreshed, hidden progress reported, and a room
/// left empty, far over its plan, or never begun is ended by the system. Every instance may do it;
/// ending twice is a repeat.
@Component
class RoomCaretaker {

  private static final Logger log = LoggerFactory.getLogger(RoomCaretaker.class);

  private final LiveRooms rooms;
  private final RoomSockets sockets;
  private final RoomTimes times;
  private final StoreClock clock;
  private final EndedRooms ended;
  private final Shards shards;
  private final Duration emptyFor;
  private final Duration overPlan;
  private final Duration unused;

  RoomCaretaker(
      LiveRooms rooms,
      RoomSockets sockets,
      RoomTimes times,
      StoreClock clock,
      EndedRooms ended,
      Shards shards,
      @Value("${mockingbird.room.ended-when-empty-for:30m}") Duration emptyFor,
      @Value("${mockingbird.room.ended-when-over-plan-by:60m}") Duration overPlan,
      @Value("${mockingbird.room.ended-when-unused-for:90d}") Duration unused) {
    this.rooms = rooms;
    this.sockets = sockets;
    this.times = times;
    this.clock = clock;
    this.ended = ended;
    this.shards = shards;
    this.emptyFor = emptyFor;
    this.overPlan = overPlan;
    this.unused = unused;
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
    Instant now = clock.instant();
    for (String shard : shards.tags()) {
      Set<String> empty = Set.copyOf(times.leftFor(emptyFor, shard, now));
      Set<String> forgotten = Set.copyOf(times.leftFor(unused, shard, now));
      for (String room : times.open(shard)) {
        switch (rooms.read(room, it -> verdict(it, empty, forgotten, room, now))) {
          case GOES_ON -> {}
          case OVER -> over(room);
          case EMPTY -> end(room, EndReason.EMPTY);
          case OVERTIME -> end(room, EndReason.OVERTIME);
        }
      }
    }
  }

  private enum Verdict {
    GOES_ON,
    OVER,
    EMPTY,
    OVERTIME
  }

  private Verdict verdict(
      Room room, Set<String> empty, Set<String> forgotten, String id, Instant now) {
    return switch (room.status()) {
      case UNBORN, ENDED -> Verdict.OVER;
      case WAITING -> forgotten.contains(id) ? Verdict.EMPTY : Verdict.GOES_ON;
      case LIVE -> {
        if (empty.contains(id)) {
          yield Verdict.EMPTY;
        }
        yield now.isAfter(due(room)) ? Verdict.OVERTIME : Verdict.GOES_ON;
      }
    };
  }

  private Instant due(Room room) {
    Instant deadline = room.deadline();
    return deadline == null ? Instant.MAX : deadline.plus(overPlan);
  }

  private void over(String room) {
    ended.add(room);
    times.forget(room);
  }

  private void end(String room, EndReason reason) {
    rooms.execute(
        room, PersonId.SYSTEM, new RoomCommand.EndRoom(reason), "system/caretaker", 1, "caretaker");
    over(room);
    log.info("Ended room {}: {}", room, reason);
  }
}
