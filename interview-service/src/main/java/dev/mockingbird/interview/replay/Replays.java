package dev.mockingbird.interview.replay;

import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.events.AccessEvent.Content;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.live.LiveRooms;
import dev.mockingbird.interview.live.RoomProblems;
import dev.mockingbird.interview.live.RoomReader;
import dev.mockingbird.interview.live.RoomReaders;
import dev.mockingbird.interview.live.Showing;
import dev.mockingbird.interview.live.StoreUnavailableException;
import dev.mockingbird.interview.web.Correlation;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Plays interviews back to those who are members of them when they ask.
@Component
class Replays {

  private final LiveRooms rooms;
  private final RoomReaders readers;
  private final AccessLog accessLog;

  Replays(LiveRooms rooms, RoomReaders readers, AccessLog accessLog) {
    this.rooms = rooms;
    this.readers = readers;
    this.accessLog = accessLog;
  }

  /// @param at position to begin at, or where the person was not a member then, the next one at
  ///   which they were
  /// @param limit positions to go on
  Replay replay(String room, PersonId person, long at, int limit) {
    JournalHead head = head(room, person);
    if (at > head.sequence()) {
      throw RoomProblems.noSuchPosition();
    }
    RoomReader reader = readers.from(room, at);
    ReplayedFrames frames = new ReplayedFrames(room, person, reader);
    frames.begin();
    long begun = reader.position().sequence();
    boolean references = Showing.hasReferences(reader.room(), person);
    frames.goOn(Math.min(begun + limit, head.sequence()));
    long reached = reader.position().sequence();
    remember(Content.REPLAY, room, person);
    if (references || Showing.hasReferences(reader.room(), person)) {
      remember(Content.REFERENCE, room, person);
    }
    return new Replay(
        reader.epoch(),
        head.sealed(),
        begun,
        frames.encoded(),
        reached < head.sequence() ? reached : null);
  }

  Timeline timeline(String room, PersonId person) {
    JournalHead head = head(room, person);
    RoomReader reader = readers.from(room, 0);
    TimelineFold fold = new TimelineFold(person);
    Optional<RoomReader.Taken> taken = reader.next(head.sequence());
    while (taken.isPresent()) {
      fold.take(reader.room(), taken.get());
      taken = reader.next(head.sequence());
    }
    return fold.timeline(reader, head.sealed());
  }

  private JournalHead head(String room, PersonId person) {
    boolean member = rooms.read(room, it -> it.findMember(person).isPresent());
    return readers.head(room).filter(_ -> member).orElseThrow(RoomProblems::noSuchPosition);
  }

  /// On disk before it is shown.
  private void remember(Content content, String room, PersonId person) {
    try {
      accessLog.viewed(content, room, person, Correlation.current());
    } catch (IllegalStateException e) {
      throw new StoreUnavailableException(e);
    }
  }
}
