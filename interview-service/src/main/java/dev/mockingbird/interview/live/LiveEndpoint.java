package dev.mockingbird.interview.live;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.web.Caller;
import dev.mockingbird.interview.web.Correlation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;

/// Frames of one socket, parsed and handed over one after the other. Nothing waits for a command to
/// be durable but the reading of a socket that has very many of them on their way.
@Component
class LiveEndpoint extends TextWebSocketHandler implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LiveEndpoint.class);
  private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int HELLO_SECONDS = 10;
  private static final int SOCKETS_A_PERSON = 8;
  private static final int COMMANDS_ON_THEIR_WAY = 100;

  private final LiveRooms rooms;
  private final RoomSockets sockets;
  private final StoreClock clock;
  private final MeterRegistry meters;
  private final Map<String, Visit> visits = new ConcurrentHashMap<>();
  private final Map<PersonId, Integer> socketsOf = new ConcurrentHashMap<>();
  private final Map<Told, Timer> timers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("hello-timer").factory());

  /// One socket from its opening on. Only its own reading thread changes it.
  private static final class Visit {
    private final String roomId;
    private final Connection connection;
    private final MessageRate rate = new MessageRate();
    private final Frames frames = new Frames();
    private final Semaphore onTheirWay = new Semaphore(COMMANDS_ON_THEIR_WAY);
    private volatile @Nullable LiveRoom room;
    private String client = "";
    private boolean over;

    Visit(String roomId, Connection connection) {
      this.roomId = roomId;
      this.connection = connection;
    }

    /// Empty when the socket has closed meanwhile.
    synchronized Optional<LiveRoom> follow(LiveRooms rooms) {
      if (over) {
        return Optional.empty();
      }
      LiveRoom followed = rooms.follow(roomId);
      room = followed;
      return Optional.of(followed);
    }

    /// @return the room to leave, once
    synchronized Optional<LiveRoom> end() {
      over = true;
      return Optional.ofNullable(room);
    }

    synchronized boolean isOver() {
      return over;
    }
  }

  LiveEndpoint(LiveRooms rooms, RoomSockets sockets, StoreClock clock, MeterRegistry meters) {
    this.rooms = rooms;
    this.sockets = sockets;
    this.clock = clock;
    this.meters = meters;
    meters.gaugeMapSize("mockingbird.room.sockets", Tags.empty(), visits);
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    Caller caller = Caller.of(session.getPrincipal());
    String path = session.getUri() == null ? "" : session.getUri().getPath();
    Connection connection = new Connection(session, caller.person(), caller.signIn());
    Visit visit = new Visit(path.substring(path.lastIndexOf('/') + 1), connection);
    visits.put(session.getId(), visit);
    if (socketsOf.merge(caller.person(), 1, Integer::sum) > SOCKETS_A_PERSON) {
      connection.close(CloseCode.TOO_MANY_SOCKETS);
      return;
    }
    timer.schedule(
        () -> {
          if (visit.room == null) {
            connection.close(CloseCode.NO_HELLO);
          }
        },
        HELLO_SECONDS,
        TimeUnit.SECONDS);
  }

  /// Frames come in parts, so that no socket holds room for the longest one.
  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage part) {
    Visit visit = visits.get(session.getId());
    if (visit == null || visit.connection.isClosing()) {
      return;
    }
    try {
      visit.frames.whole(part.getPayload(), part.isLast()).ifPresent(frame -> handle(visit, frame));
    } catch (Frames.TooLongException e) {
      visit.connection.close(CloseCode.TOO_LONG);
    }
  }

  private void handle(Visit visit, String frame) {
    if (!visit.rate.allows(System.nanoTime())) {
      visit.connection.close(CloseCode.TOO_FAST);
      return;
    }
    try {
      handle(visit, Wire.read(frame));
    } catch (JacksonException | IllegalArgumentException e) {
      log.debug("Bad frame: {}", e.getClass().getSimpleName());
      visit.connection.close(CloseCode.BAD_FRAME);
    } catch (StoreUnavailableException e) {
      unanswered(visit, String.valueOf(e.getCause()));
    }
  }

  private static void unanswered(Visit visit, String why) {
    log.warn("Room {} cannot reach its journal: {}", visit.roomId, why);
    visit.connection.close(CloseCode.STORE_UNAVAILABLE);
  }

  private void handle(Visit visit, ClientMessage message) {
    LiveRoom room = visit.room;
    if (message instanceof ClientMessage.Hello hello) {
      hello(visit, hello);
    } else if (room == null) {
      visit.connection.close(CloseCode.NO_HELLO);
    } else {
      switch (message) {
        case ClientMessage.Hello hello -> hello(visit, hello);
        case ClientMessage.Ping ping ->
            visit.connection.send(new ServerMessage.Pong(clock.instant()));
        case ClientMessage.Point point ->
            rooms.signal(
                visit.roomId,
                new Signal.CursorMoved(
                    visit.connection.person(), point.document(), point.anchor(), point.head()));
        case ClientMessage.Command command -> command(visit, room, command);
      }
    }
  }

  private void hello(Visit visit, ClientMessage.Hello hello) {
    if (visit.room != null || !CLIENT.matcher(hello.client()).matches()) {
      visit.connection.close(CloseCode.BAD_FRAME);
      return;
    }
    visit.client = hello.client();
    visit
        .follow(rooms)
        .ifPresent(
            room -> {
              if (!sockets.enter(room, visit.connection, hello)) {
                visit.connection.close(CloseCode.NO_SUCH_ROOM);
              } else if (visit.isOver()) {
                room.detach(visit.connection);
              }
            });
  }

  private void command(Visit visit, LiveRoom room, ClientMessage.Command command) {
    PersonId person = visit.connection.person();
    String correlation = visit.client + "-" + command.n();
    long begun = System.nanoTime();
    visit.onTheirWay.acquireUninterruptibly();
    room.execute(
        new Wish(
            person,
            command.toRoom(),
            person + "/" + visit.client,
            command.n(),
            correlation,
            visit.connection::isClosing),
        (outcome, failure) -> {
          visit.onTheirWay.release();
          if (failure == null) {
            answer(visit, room, command, outcome);
            told(command, outcome, correlation, System.nanoTime() - begun);
          } else if (!visit.connection.isClosing()) {
            unanswered(visit, failure.toString());
          }
        });
  }

  private void answer(Visit visit, LiveRoom room, ClientMessage.Command command, Outcome outcome) {
    visit.connection.send(
        switch (outcome) {
          case Outcome.Done(Position position) ->
              new ServerMessage.Acknowledged(command.n(), position);
          case Outcome.Refused(var reason) ->
              new ServerMessage.Refused(command.n(), reason.name(), reason.sentence());
        });
    boolean releases =
        command instanceof ClientMessage.ReleaseFeedback
            || command instanceof ClientMessage.EndRoom;
    if (releases && outcome instanceof Outcome.Done) {
      sockets.released(room);
    }
  }

  private record Told(Class<?> command, String result) {}

  /// An edit is one of many, so it has no line in the log.
  private void told(
      ClientMessage.Command command, Outcome outcome, String correlation, long nanos) {
    String result =
        switch (outcome) {
          case Outcome.Done done -> "done";
          case Outcome.Refused(var reason) -> reason.name();
        };
    timers
        .computeIfAbsent(new Told(command.getClass(), result), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
    if (!(command instanceof ClientMessage.Edit)) {
      Correlation.under(
          correlation, () -> log.info("{}: {}", Wire.type(command.getClass()), result));
    }
  }

  private Timer timer(Told told) {
    return meters.timer(
        "mockingbird.room.command", "type", Wire.type(told.command()), "outcome", told.result());
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    Visit visit = visits.remove(session.getId());
    if (visit == null) {
      return;
    }
    visit.connection.ended();
    socketsOf.computeIfPresent(visit.connection.person(), (_, open) -> open == 1 ? null : open - 1);
    visit.end().ifPresent(room -> sockets.leave(room, visit.connection));
  }

  /// Closes the sockets of a sign-in that has ended, or of everything a person has open.
  void signedOut(String signInOrPerson) {
    for (Visit visit : visits.values()) {
      if (visit.connection.signIn().equals(signInOrPerson)
          || visit.connection.person().value().equals(signInOrPerson)) {
        visit.connection.close(CloseCode.SIGNED_OUT);
      }
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    visits.values().forEach(visit -> visit.connection.close(CloseCode.RESTARTING));
  }
}
