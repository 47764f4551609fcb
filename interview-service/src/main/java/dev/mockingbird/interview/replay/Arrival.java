package dev.mockingbird.interview.replay;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomEntry;
import dev.mockingbird.interview.room.RoomEntryCodec;
import dev.mockingbird.interview.room.RoomSnapshot;
import java.time.Instant;

/// Finds where somebody comes to be a member of a room.
final class Arrival implements RoomSnapshot.Listener {

  private final PersonId person;
  private final long after;
  private long position;

  private Arrival(PersonId person, long after) {
    this.person = person;
    this.after = after;
  }

  /// The first position after `at` at which the person is a member; the end when there is none.
  ///
  /// @param at position at which the person is none
  static long after(long at, PersonId person, RoomSnapshot end, RoomEntryCodec codec) {
    Arrival arrival = new Arrival(person, at);
    end.retell(codec, arrival);
    return arrival.position == 0 ? end.sequence() : arrival.position;
  }

  @Override
  public void fact(Room room, RoomEntry fact, long sequence, Instant at) {
    if (position == 0 && sequence > after && room.findMember(person).isPresent()) {
      position = sequence;
    }
  }

  @Override
  public void edits(Room room, RoomSnapshot.Edits edits) {}
}
