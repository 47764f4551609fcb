package dev.mockingbird.interview.live;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.web.Correlation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFuture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Frames of one socket, parsed and handed over one after the other. Nothing waits for a command to
/// be durable but the reading of a socket that has very many of them on their way.
@Component
class LiveEndpoint {

  private static final Logger log = LoggerFactory.getLogger(LiveEndpoint.class);
  private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int HELLO_SECONDS = 10;
  private static final int SOCKETS_A_PERSON = 8;

  /// Browsers and Lua count in doubles, exactly up to here.
  private static final long HIGHEST_N = (1L << 53) - 1;

  private final LiveRooms rooms;
  private final RoomSockets sockets;
  private final StoreClock clock;
  private final MeterRegistry meters;
  private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
  private final Map<PersonId, Integer> socketsOf = new ConcurrentHashMap<>();
  private volatile boolean stopping;
  private final Map<Told, Timer> timers = new ConcurrentHashMap<>();

  LiveEndpoint(LiveRooms rooms, RoomSockets sockets, StoreClock clock, MeterRegistry meters) {
    this.rooms = rooms;
    this.sockets = sockets;
    this.clock = clock;
    this.meters = meters;
    meters.gaugeCollectionSize("mockingbird.room.sockets", Tags.empty(), visits);
  }

  void opened(Visit visit, ScheduledExecutorService timer) {
    Connection connection = visit.connection();
    visits.add(visit);
    if (stopping) {
      connection.close(CloseCode.RESTARTING);
    }
    if (socketsOf.merge(connection.person(), 1, Integer::sum) > SOCKETS_A_PERSON) {
      connection.close(CloseCode.TOO_MANY_SOCKETS);
      return;
    }
    timer.schedule(
        () -> {
          if (visit.room().isEmpty()) {
            connection.close(CloseCode.NO_HELLO);
          }
        },
        HELLO_SECONDS,
        TimeUnit.SECONDS);
  }

  /// @param frame in UTF-8; must not be kept
  void heard(Visit visit, ByteBuf frame) {
    if (visit.connection().isClosing()) {
      return;
    }
    if (!visit.rate().allows(System.nanoTime())) {
      visit.connection().close(CloseCode.TOO_FAST);
      return;
    }
    try {
      handle(visit, Wire.read(ByteBufUtil.getBytes(frame)));
    } catch (JacksonException | IllegalArgumentException e) {
      log.debug("Bad frame: {}", e.getClass().getSimpleName());
      visit.connection().close(CloseCode.BAD_FRAME);
    }
  }

  /// Without the failure's message, which may quote what a person wrote.
  private static void unanswered(Visit visit, Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    log.warn("Room {} cannot reach its journal: {}", visit.roomId(), cause.getClass().getName());
    visit.connection().close(CloseCode.STORE_UNAVAILABLE);
  }

  private void handle(Visit visit, ClientMessage message) {
    Optional<LiveRoom> room = visit.room();
    switch (message) {
      case ClientMessage.Hello hello -> hello(visit, hello);
      case ClientMessage early when room.isEmpty() -> visit.connection().close(CloseCode.NO_HELLO);
      case ClientMessage.Ping ping -> {
        visit.ping();
        visit.connection().send(new ServerMessage.Pong(clock.instant()));
      }
      case ClientMessage.Point point -> point(visit, point);
      case ClientMessage.Command command when command.n() < 1 || command.n() > HIGHEST_N ->
          visit.connection().close(CloseCode.BAD_FRAME);
      case ClientMessage.Command command -> command(visit, room.orElseThrow(), command);
    }
  }

  private void hello(Visit visit, ClientMessage.Hello hello) {
    Connection connection = visit.connection();
    if (visit.room().isPresent() || !CLIENT.matcher(hello.client()).matches()) {
      connection.close(CloseCode.BAD_FRAME);
      return;
    }
    LiveRoom room = rooms.follow(visit.roomId());
    visit.comesTo(room, hello.client());
    sockets
        .enter(room, connection, hello)
        .whenComplete(
            (entered, failure) -> {
              if (failure != null) {
                unanswered(visit, failure);
              } else if (entered) {
                visit.enter();
              } else {
                connection.close(CloseCode.NO_SUCH_ROOM);
              }
            });
  }

  private void point(Visit visit, ClientMessage.Point point) {
    if (visit.hasEntered()) {
      rooms.signal(
          visit.roomId(),
          new Signal.CursorMoved(
              visit.connection().person(), point.document(), point.anchor(), point.head()));
    }
  }

  private void command(Visit visit, LiveRoom room, ClientMessage.Command command) {
    PersonId person = visit.connection().person();
    String correlation = visit.client() + "-" + command.n();
    long begun = System.nanoTime();
    visit.sent();
    room.execute(
        new Wish(
            person,
            command.toRoom(),
            person + "/" + visit.client(),
            command.n(),
            correlation,
            visit.connection()::isClosing),
        (outcome, failure) -> {
          visit.answered();
          if (failure == null) {
            answer(visit, command, outcome);
            told(command, outcome, correlation, System.nanoTime() - begun);
          } else if (!visit.connection().isClosing()) {
            unanswered(visit, failure);
          }
        });
  }

  private static void answer(Visit visit, ClientMessage.Command command, Outcome outcome) {
    visit
        .connection()
        .send(
            switch (outcome) {
              case Outcome.Done(Position position) ->
                  new ServerMessage.Acknowledged(command.n(), position);
              case Outcome.Refused(var reason) ->
                  new ServerMessage.Refused(command.n(), reason.name(), reason.sentence());
            });
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

  void closed(Visit visit) {
    visits.remove(visit);
    visit.connection().ended();
    socketsOf.computeIfPresent(
        visit.connection().person(), (_, open) -> open == 1 ? null : open - 1);
    visit.room().ifPresent(room -> sockets.leave(room, visit.connection()));
  }

  /// Closes the sockets of a sign-in that has ended, or of everything a person has open.
  void signedOut(String signInOrPerson) {
    for (Visit visit : visits) {
      if (visit.connection().signIn().equals(signInOrPerson)
          || visit.connection().person().value().equals(signInOrPerson)) {
        visit.connection().close(CloseCode.SIGNED_OUT);
      }
    }
  }

  /// Everybody is told to connect again, also who comes in from now on.
  ///
  /// @return complete when those sockets are closed that are open now
  List<ChannelFuture> closeAll() {
    stopping = true;
    List<Connection> open = visits.stream().map(Visit::connection).toList();
    open.forEach(connection -> connection.close(CloseCode.RESTARTING));
    return open.stream().map(Connection::closed).toList();
  }
}
