package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.benchmarks.load.AnswerRoom;
import dev.mockingbird.benchmarks.load.CpuUse;
import dev.mockingbird.benchmarks.load.Generator;
import dev.mockingbird.benchmarks.load.Handshake;
import dev.mockingbird.benchmarks.load.Party;
import dev.mockingbird.benchmarks.load.RelayDialect;
import dev.mockingbird.benchmarks.load.Role;
import dev.mockingbird.benchmarks.load.RoomDialect;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The servers that are measured, each with its clients; they share one core. Each part starts when
/// a figure first asks for it.
public final class Stage implements AutoCloseable {

  /// With two sockets each.
  public static final int MOST_ROOMS = 2_000;

  private static final int AT_ONCE = 64;
  private static final Duration TO_CONNECT = Duration.ofSeconds(60);

  private final Generator generator = new Generator();
  private final Consumer<String> progress;
  private final Installation installation;
  private final Rooms rooms;
  private final Optional<OtherPeer> other;
  private final List<BookedRoom> booked = new ArrayList<>();
  private @Nullable Party relay;
  private @Nullable Party service;
  private @Nullable Party otherParty;

  /// @param serverCore the number of the core that the servers share
  /// @param progress is told what has been done
  public Stage(
      Programs programs,
      Optional<String> serverCore,
      Optional<OtherPeer> other,
      Consumer<String> progress)
      throws IOException {
    this.progress = progress;
    this.installation = new Installation(programs, new ServerCore(serverCore), progress);
    this.rooms = new Rooms(generator, installation.tokens());
    this.other = other;
  }

  /// The floor, with clients in so many rooms.
  public Party relay(int count) throws IOException {
    if (relay == null) {
      Running running = installation.relay();
      relay =
          new Party(
              "relay",
              generator,
              new RelayDialect(running.port()),
              MOST_ROOMS,
              Map.of("relay", running::cpuNanos));
    }
    return connected(relay, count);
  }

  /// The service, with clients in so many rooms.
  public Party service(int count) throws IOException {
    if (service == null) {
      Running running = installation.service();
      service =
          new Party(
              "service",
              generator,
              new RoomDialect(
                  (room, role) -> door(booked.get(room), role, running.socketPort()), "b"),
              MOST_ROOMS,
              Map.of("service", running::cpuNanos, "redis", installation.redis()::cpuNanos));
    }
    book(count);
    return connected(service, count);
  }

  /// Somebody else's server, where one was named.
  public Optional<Party> other(int count) {
    if (otherParty == null && other.isPresent()) {
      OtherPeer peer = other.get();
      Map<String, LongSupplier> cpu =
          peer.pid().isPresent()
              ? Map.of(peer.name(), new ProcessFigures(peer.pid().getAsLong())::cpuNanos)
              : Map.of();
      otherParty = new Party(peer.name(), generator, peer.dialect(), MOST_ROOMS, cpu);
    }
    return Optional.ofNullable(otherParty).map(party -> connected(party, count));
  }

  /// The two of each room sit on different instances.
  public Party twoInstances(int count) throws IOException {
    Running first = installation.service();
    Running second = installation.secondInstance();
    List<BookedRoom> apart = prepared(count);
    Party party =
        new Party(
            "two instances",
            generator,
            new RoomDialect(
                (room, role) -> {
                  boolean atFirst = (role == Role.TYPIST) == (room % 2 == 0);
                  return door(apart.get(room), role, (atFirst ? first : second).socketPort());
                },
                "t"),
            count,
            Map.of(
                "service",
                first::cpuNanos,
                "second",
                second::cpuNanos,
                "redis",
                installation.redis()::cpuNanos));
    return connected(party, count);
  }

  public Running serviceProcess() throws IOException {
    return installation.service();
  }

  /// Prepares so many rooms, and replaces the service by one that gives unused memory back; nobody
  /// is connected to it.
  public Running frugalService(int count) throws IOException {
    book(count);
    if (service != null) {
      service.cutAll();
    }
    return installation.frugalService();
  }

  public void stopSecondInstance() {
    installation.stopSecondInstance();
  }

  /// The service behind the real gateway, for people who have signed in there.
  public Party throughGateway() throws IOException {
    Gateway gateway = installation.gateway();
    ProxiedRooms proxied = ProxiedRooms.prepare(gateway, rooms, installation.service());
    Party party =
        new Party(
            "gateway",
            generator,
            new RoomDialect(proxied, "g"),
            ProxiedRooms.COUNT,
            Map.of(
                "gateway",
                gateway.process()::cpuNanos,
                "service",
                installation.service()::cpuNanos));
    return connected(party, ProxiedRooms.COUNT);
  }

  /// Where Kafka is, for the figures that need it.
  public String kafka() throws IOException {
    return installation.kafka();
  }

  /// Rooms whose answers are scored.
  public List<AnswerRoom> scoredRooms(int count) throws IOException {
    Running running = installation.scoredService();
    List<AnswerRoom> open = new ArrayList<>();
    for (BookedRoom room : rooms.prepare(count, running)) {
      open.add(
          new AnswerRoom(
              generator,
              door(room, Role.TYPIST, running.socketPort()),
              door(room, Role.READER, running.socketPort()),
              "s" + open.size()));
    }
    progress.accept(count + " interviews wait for their scores");
    return open;
  }

  /// Of everything that an answer passes on its way to its score.
  public CpuUse scoringCpu() throws IOException {
    return new CpuUse(installation.scoringCpu());
  }

  public void stopScoring() {
    installation.stopScoring();
  }

  public void stopGateway() {
    installation.stopGateway();
  }

  private void book(int count) throws IOException {
    int missing = count - booked.size();
    if (missing > 0) {
      booked.addAll(prepared(missing));
    }
  }

  private List<BookedRoom> prepared(int count) throws IOException {
    List<BookedRoom> prepared = rooms.prepare(count, installation.service());
    progress.accept(count + " rooms are prepared");
    return prepared;
  }

  private Party connected(Party party, int count) {
    party.connect(count, AT_ONCE, TO_CONNECT);
    progress.accept(party.server() + " has clients in " + count + " rooms");
    return party;
  }

  private static Handshake door(BookedRoom room, Role role, int port) {
    return Rooms.door(room, role == Role.TYPIST ? room.candidate() : room.interviewer(), port);
  }

  @Override
  public void close() {
    generator.close();
    installation.close();
  }
}
