package dev.mockingbird.interview.replay;

import static dev.mockingbird.interview.live.Patience.await;

import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.events.AccessEvent.Content;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.archive.Snapshots;
import dev.mockingbird.interview.booking.RoomSummaries;
import dev.mockingbird.interview.live.LiveRooms;
import dev.mockingbird.interview.live.RoomProblems;
import dev.mockingbird.interview.live.RoomReader;
import dev.mockingbird.interview.live.RoomReaders;
import dev.mockingbird.interview.live.Showing;
import dev.mockingbird.interview.live.StoreUnavailableException;
import dev.mockingbird.interview.room.RoomEntryCodec;
import dev.mockingbird.interview.room.RoomSnapshot;
import dev.mockingbird.interview.web.Correlation;
import org.springframework.stereotype.Component;

/// Plays interviews back to those who are members of them when they ask.
@Component
class Replays {

  private final LiveRooms rooms;
  private final RoomSummaries summaries;
  private final RoomReaders readers;
  private final Snapshots snapshots;
  private final RoomEntryCodec codec;
  private final AccessLog accessLog;

  Replays(
      LiveRooms rooms,
      RoomSummaries summaries,
      RoomReaders readers,
      Snapshots snapshots,
      RoomEntryCodec codec,
      AccessLog accessLog) {
    this.rooms = rooms;
    this.summaries = summaries;
    this.readers = readers;
    this.snapshots = snapshots;
    this.codec = codec;
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
    RoomReader reader = reader(room, head, person, at);
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
    JournalHead head = readers.head(room).orElseThrow(RoomProblems::noSuchPosition);
    return TimelineFold.of(end(room, head), codec, person, head.sealed())
        .orElseThrow(RoomProblems::noSuchPosition);
  }

  /// Where the person was not a member, the next position at which they are is looked up among the
  /// facts, so that nobody folds an hour to find it.
  private RoomReader reader(String room, JournalHead head, PersonId person, long at) {
    RoomReader reader = readers.from(room, at);
    return reader.room().findMember(person).isPresent()
        ? reader
        : readers.from(room, Arrival.after(at, person, end(room, head), codec));
  }

  private RoomSnapshot end(String room, JournalHead head) {
    return await(snapshots.at(rooms.keys(room), head.epoch(), head.sequence()));
  }

  private JournalHead head(String room, PersonId person) {
    if (!summaries.hasMember(room, person)) {
      throw RoomProblems.noSuchPosition();
    }
    return readers.head(room).orElseThrow(RoomProblems::noSuchPosition);
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
