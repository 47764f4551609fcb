package dev.mockingbird.interview.live;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The sockets of one room on this instance, each shown what its person may see. Used within the
/// room's turns alone.
final class RoomFanout {

  private final String id;
  private final Room room;
  private final InstantSource clock;
  private final LatestScores scores = new LatestScores();
  private final List<Connection> connections = new ArrayList<>();

  /// Those who are not yet where the room is.
  private final List<Connection> entering = new ArrayList<>();

  RoomFanout(String id, Room room, InstantSource clock) {
    this.id = id;
    this.room = room;
    this.clock = clock;
  }

  /// The socket will be [#add]ed, or welcomed.
  void expect(Connection connection) {
    entering.add(connection);
  }

  /// From now on the socket is shown what the room takes.
  void add(Connection connection) {
    entering.remove(connection);
    connections.add(connection);
  }

  /// Shows the whole room, and from now on what it takes.
  void welcome(Connection connection, ClientMessage.Hello hello, Position position) {
    Map<String, Integer> documents = hello.documents();
    findViewer(connection)
        .ifPresent(
            viewer -> {
              welcome(connection, viewer, position, documents == null ? Map.of() : documents);
              add(connection);
            });
  }

  /// Shows an entry that the room took while the socket was away.
  void showMissed(Connection connection, RoomEntry entry, Position position, Instant at) {
    findViewer(connection)
        .flatMap(viewer -> Showing.entry(room, viewer, entry, position, at))
        .ifPresent(connection::send);
    connection.shown = position.sequence();
  }

  /// Empty, and the socket closed, when the person is no member.
  private Optional<Member> findViewer(Connection connection) {
    Optional<Member> viewer = room.findMember(connection.person());
    if (viewer.isEmpty()) {
      connection.close(CloseCode.NOT_A_MEMBER);
    }
    return viewer;
  }

  boolean detach(Connection connection) {
    entering.remove(connection);
    connections.remove(connection);
    return connections.stream().noneMatch(c -> c.person().equals(connection.person()));
  }

  /// Shows an entry that the room has just taken, encoded once for all who see the same of it.
  void deliver(RoomEntry entry, Position position, Instant at) {
    List<Frame> frames = new ArrayList<>(2);
    boolean someLeft = false;
    for (Connection connection : connections) {
      Optional<Member> viewer = findViewer(connection);
      if (viewer.isEmpty()) {
        someLeft = true;
      } else {
        Showing.of(id, room, viewer.get(), entry, position, at, clock.instant())
            .ifPresent(
                message -> {
                  connection.sendText(encoded(message, frames));
                  connection.shown = position.sequence();
                });
      }
    }
    if (someLeft) {
      connections.removeIf(connection -> room.findMember(connection.person()).isEmpty());
    }
    if (entry instanceof RoomEntry.Happened(_, RoomEvent.FeedbackReleased _)) {
      scores.all().forEach(it -> show(it, connections));
    }
  }

  private record Frame(ServerMessage message, String text) {}

  private static String encoded(ServerMessage message, List<Frame> frames) {
    for (Frame frame : frames) {
      if (frame.message().equals(message)) {
        return frame.text();
      }
    }
    Frame frame = new Frame(message, Wire.write(message));
    frames.add(frame);
    return frame.text();
  }

  void signal(Signal signal) {
    switch (signal) {
      case Signal.PresenceChanged changed -> {}
      case Signal.InterviewErased erased -> {} // ends the room itself
      case Signal.CursorMoved moved -> {
        Instant now = clock.instant();
        send(
            new ServerMessage.Pointed(
                moved.person(), moved.document(), moved.anchor(), moved.head()),
            connections,
            viewer -> Audience.maySeeCursor(room, moved.person(), viewer, now));
      }
      case Signal.AnswerGraded graded -> scores.take(graded).ifPresent(it -> show(it, connections));
    }
  }

  /// Shows one socket the scores that it came too late for.
  void showScores(Connection late) {
    scores.all().forEach(it -> show(it, List.of(late)));
  }

  private void show(ServerMessage.Scored scored, List<Connection> to) {
    send(scored, to, viewer -> Audience.maySeeScores(room, scored.question(), viewer));
  }

  private void send(ServerMessage message, List<Connection> to, Predicate<Member> mayHear) {
    for (Connection connection : to) {
      if (room.findMember(connection.person()).filter(mayHear).isPresent()) {
        connection.send(message);
      }
    }
  }

  /// Tells those who have not heard it yet.
  void present(Set<PersonId> people) {
    String frame = Wire.write(presence(people));
    for (Connection connection : connections) {
      if (!frame.equals(connection.presence)) {
        connection.presence = frame;
        connection.sendText(frame);
      }
    }
  }

  private ServerMessage.Presence presence(Set<PersonId> people) {
    return new ServerMessage.Presence(
        room.members().stream()
            .map(
                member ->
                    new ServerMessage.PresentPerson(
                        member.person(),
                        member.capabilities().stream().sorted().toList(),
                        people.contains(member.person())))
            .toList());
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
    Stream.concat(connections.stream(), entering.stream()).forEach(it -> it.close(code));
    connections.clear();
    entering.clear();
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
