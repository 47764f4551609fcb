package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.events.AccessEvent;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.room.Room;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

/// Who comes into a room and who leaves it, and what everybody is told about that.
@Component
class RoomSockets {

  private final LiveRooms rooms;
  private final RoomPresence presence;
  private final RoomTimes times;
  private final RoomScores scores;
  private final AccessLog accessLog;

  RoomSockets(
      LiveRooms rooms,
      RoomPresence presence,
      RoomTimes times,
      RoomScores scores,
      AccessLog accessLog) {
    this.rooms = rooms;
    this.presence = presence;
    this.times = times;
    this.scores = scores;
    this.accessLog = accessLog;
  }

  /// Whoever is shown references has seen them: that is on disk before they are.
  ///
  /// @return false when the room does not exist or the person is no member; the two look the same
  CompletionStage<Boolean> enter(LiveRoom room, Connection connection, ClientMessage.Hello hello) {
    return room.attach(connection, hello, () -> remember(room, connection.person(), hello))
        .thenApply(
            entered -> {
              if (entered) {
                touch(room, connection.person());
                rooms.signal(room.id(), new Signal.PresenceChanged());
                tellPresence(room);
                tellScores(room, connection);
              }
              return entered;
            });
  }

  private void remember(LiveRoom room, PersonId person, ClientMessage.Hello hello) {
    try {
      accessLog.viewed(AccessEvent.Content.REFERENCE, room.id(), person, hello.client() + "-hello");
    } catch (IllegalStateException e) {
      throw new StoreUnavailableException(e);
    }
  }

  /// Ends what [LiveRooms#follow] began, also for a socket that never came in.
  void leave(LiveRoom room, Connection connection) {
    room.detach(connection)
        .thenAccept(
            last -> {
              if (last) {
                presence
                    .left(rooms.keys(room.id()), connection.person())
                    .thenRun(() -> rooms.signal(room.id(), new Signal.PresenceChanged()));
              }
            });
    rooms.release(room);
  }

  /// Says again who is here; other instances forget us otherwise. Shows what nobody heard of scores
  /// while the channel was cut.
  void refresh(LiveRoom room) {
    room.connections().stream()
        .map(Connection::person)
        .distinct()
        .forEach(person -> touch(room, person));
    tellPresence(room);
    scores.known(rooms.keys(room.id())).thenAccept(room::tell);
  }

  void tellPresence(LiveRoom room) {
    presence.present(rooms.keys(room.id())).thenAccept(room::present);
  }

  private void tellScores(LiveRoom room, Connection connection) {
    scores.known(rooms.keys(room.id())).thenAccept(known -> room.tell(known, connection));
  }

  private void touch(LiveRoom room, PersonId person) {
    presence.here(rooms.keys(room.id()), person);
    room.look(Room::status)
        .thenAccept(
            status -> {
              if (status != Room.Status.ENDED) {
                times.occupied(room.id());
              }
            });
  }
}
