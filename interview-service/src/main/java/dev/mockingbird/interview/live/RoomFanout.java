package dev.mockingbird.interview.live;

import dev.mockingbird.interview.document.Document;
import dev.mockingbird.interview.room.Member;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The sockets of one room on this instance, each shown what its person may see. Guarded by the
/// room's lock.
final class RoomFanout {

  record Missed(RoomEntry entry, Position position, Instant at) {}

  private final String id;
  private final Room room;
  private final InstantSource clock;
  private final List<Connection> connections = new ArrayList<>();

  RoomFanout(String id, Room room, InstantSource clock) {
    this.id = id;
    this.room = room;
    this.clock = clock;
  }

  /// @param missed what came after the position that the page has; empty when it has none that can
  ///   be continued
  boolean attach(
      Connection connection,
      ClientMessage.Hello hello,
      Position position,
      Optional<List<Missed>> missed) {
    Optional<Member> member = room.findMember(connection.person());
    if (member.isEmpty()) {
      return false;
    }
    if (missed.isPresent()
        && missed.get().stream()
            .noneMatch(m -> Showing.changesView(m.entry(), connection.person()))) {
      resume(connection, member.get(), position, missed.get());
    } else {
      welcome(
          connection,
          member.get(),
          position,
          hello.documents() == null ? Map.of() : hello.documents());
    }
    connections.add(connection);
    return true;
  }

  private void resume(
      Connection connection, Member viewer, Position position, List<Missed> missed) {
    connection.send(new ServerMessage.Resumed(position, clock.instant()));
    for (Missed entry : missed) {
      Audience.view(entry.entry(), entry.position(), entry.at(), room, viewer)
          .ifPresent(connection::send);
    }
    connection.shown = position.sequence();
  }

  boolean detach(Connection connection) {
    connections.remove(connection);
    return connections.stream().noneMatch(c -> c.person().equals(connection.person()));
  }

  /// Shows an entry that the room has just taken.
  void deliver(RoomEntry entry, Position position, Instant at) {
    if (connections.isEmpty()) {
      return;
    }
    Map<ServerMessage, String> frames = new HashMap<>(4);
    for (Connection connection : List.copyOf(connections)) {
      Optional<Member> viewer = room.findMember(connection.person());
      if (viewer.isEmpty()) {
        connections.remove(connection);
        connection.close(CloseCode.NOT_A_MEMBER);
      } else {
        Showing.of(id, room, viewer.get(), entry, position, at, clock.instant())
            .ifPresent(
                message -> {
                  connection.sendText(frames.computeIfAbsent(message, Wire::write));
                  connection.shown = position.sequence();
                });
      }
    }
  }

  void signal(Signal signal) {
    signal(signal, connections);
  }

  void signal(Signal signal, List<Connection> to) {
    switch (signal) {
      case Signal.PresenceChanged changed -> {}
      case Signal.InterviewErased erased -> {} // ends the room itself
      case Signal.CursorMoved moved -> {
        Instant now = clock.instant();
        send(
            new ServerMessage.Pointed(
                moved.person(), moved.document(), moved.anchor(), moved.head()),
            to,
            viewer -> Audience.maySeeCursor(room, moved.person(), viewer, now));
      }
      case Signal.AnswerGraded graded ->
          send(
              new ServerMessage.Scored(
                  graded.question(),
                  graded.attempt(),
                  graded.status(),
                  graded.score(),
                  graded.low(),
                  graded.high()),
              to,
              viewer -> Audience.maySeeScores(room, graded.question(), viewer));
    }
  }

  private void send(ServerMessage message, List<Connection> to, Predicate<Member> mayHear) {
    for (Connection connection : to) {
      if (room.findMember(connection.person()).filter(mayHear).isPresent()) {
        connection.send(message);
      }
    }
  }

  void broadcast(ServerMessage message) {
    String frame = Wire.write(message);
    connections.forEach(connection -> connection.sendText(frame));
  }

  /// Moves on the position of those who were last shown an older one, all at the same time, so that
  /// the timing of what they may not see does not show.
  void reportProgress(Position position) {
    for (Connection connection : connections) {
      if (connection.shown < position.sequence()) {
        connection.shown = position.sequence();
        connection.send(new ServerMessage.Progress(position));
      }
    }
  }

  void closeAll(CloseCode code) {
    connections.forEach(connection -> connection.close(code));
    connections.clear();
  }

  List<Connection> connections() {
    return List.copyOf(connections);
  }

  private void welcome(
      Connection connection, Member member, Position position, Map<String, Integer> documents) {
    Map<String, ServerMessage.Tail> tails = new HashMap<>();
    if (member.inside()) {
      documents.forEach(
          (document, from) ->
              room.findDocument(document)
                  .filter(found -> from >= 0 && from <= found.version())
                  .ifPresent(found -> tails.put(document, tail(found, from))));
    }
    connection.send(Showing.welcome(id, room, member, position, clock.instant(), tails));
    connection.shown = position.sequence();
  }

  private static ServerMessage.Tail tail(Document document, int from) {
    return new ServerMessage.Tail(from, List.copyOf(document.since(from)));
  }
}
