package dev.mockingbird.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All clients of one server: two in each room, of whom one types. The sequence of a room's changes
/// goes on from pass to pass and over reconnects.
public final class Party {

  private static final Duration TO_SETTLE = Duration.ofSeconds(15);

  private final String server;
  private final Generator generator;
  private final Dialect dialect;
  private final CpuUse cpu;
  private final List<Pair> pairs;
  private final Violations.Counter violations = new Violations.Counter();
  private final Doorway doorway = new Doorway();
  private @Nullable Window window;
  private @Nullable Typing typing;

  /// @param cpuNanos what each of the server's processes has used so far
  public Party(
      String server,
      Generator generator,
      Dialect dialect,
      int rooms,
      Map<String, LongSupplier> cpuNanos) {
    this.server = server;
    this.generator = generator;
    this.dialect = dialect;
    this.cpu = new CpuUse(cpuNanos);
    this.pairs =
        IntStream.range(0, rooms)
            .mapToObj(room -> new Pair(room, this, dialect, violations))
            .toList();
  }

  public String server() {
    return server;
  }

  public int rooms() {
    return pairs.size();
  }

  /// Brings in whoever of the first rooms is not there.
  ///
  /// @param atOnce how many may be on their way in at the same time
  public Arrival connect(int rooms, int atOnce, Duration limit) {
    return connect(rooms, List.of(Role.TYPIST, Role.READER), atOnce, limit);
  }

  public Arrival connect(int rooms, List<Role> roles, int atOnce, Duration limit) {
    long began = System.nanoTime();
    generator.tell(() -> doorway.open(absent(rooms, roles), atOnce));
    await(limit, "all are in sync", () -> doorway.isEmpty());
    return generator.ask(() -> doorway.arrival(System.nanoTime() - began));
  }

  /// Cuts the sockets of some, as a network does that has gone.
  public void cut(int rooms, List<Role> roles) {
    generator.tell(() -> seats(rooms, roles).filter(Seat::isWanted).forEach(Seat::cut));
  }

  /// As if nobody of them had noticed that the server has gone.
  public void cutAll() {
    cut(pairs.size(), List.of(Role.TYPIST, Role.READER));
  }

  /// Lets the first rooms be typed in, measures, and waits until all has arrived.
  ///
  /// @param perSecond changes in each room
  public Pass type(int rooms, double perSecond, Duration warmUp, Duration measured) {
    startTyping(rooms, perSecond);
    pause(warmUp);
    Window opened =
        generator.ask(
            () -> {
              violations.take();
              Window now = new Window();
              window = now;
              return now;
            });
    Map<String, Long> before = cpu.read();
    pause(measured);
    Map<String, Long> after = cpu.read();
    generator.tell(opened::close);
    stopTyping();
    Violations found = settle();
    return opened.pass(
        server,
        rooms,
        rooms * perSecond,
        CpuUse.microsEach(before, after, opened.delivered()),
        found);
  }

  public void startTyping(int rooms, double perSecond) {
    generator.tell(
        () -> {
          Typing now = new Typing(generator, pairs.subList(0, rooms), perSecond, this::type);
          typing = now;
          now.start();
        });
  }

  public void stopTyping() {
    generator.tell(
        () -> {
          if (typing != null) {
            typing.stop();
          }
          typing = null;
        });
  }

  /// Waits until everything has arrived, for a while.
  ///
  /// @return what was violated since the last pass
  public Violations settle() {
    return settle(TO_SETTLE);
  }

  Violations settle(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!generator.ask(this::settled) && System.nanoTime() < deadline) {
      pause(Duration.ofMillis(20));
    }
    return generator.ask(
        () -> {
          window = null;
          pairs.forEach(pair -> pair.deliveries.giveUp());
          return violations.take();
        });
  }

  private boolean settled() {
    return pairs.stream().allMatch(pair -> pair.deliveries.settled());
  }

  private void type(Pair pair, long due) {
    if (pair.deliveries.full()) {
      violations.refused("a room was " + Deliveries.WINDOW + " changes behind");
      return;
    }
    if (window != null) {
      window.sent(due, System.nanoTime());
    }
    pair.type(due);
  }

  void delivered(Pair pair, int number) {
    if (pair.deliveries.deliver(number) && window != null) {
      window.delivered(
          pair.deliveries.dueAt(number), pair.deliveries.sentAt(number), System.nanoTime());
    }
  }

  void acknowledged(Pair pair, int number) {
    if (pair.deliveries.acknowledge(number) && window != null) {
      window.acknowledged(pair.deliveries.sentAt(number), System.nanoTime());
    }
  }

  void refused(String how) {
    violations.refused(how);
  }

  void arrived(Seat seat, long nanos) {
    doorway.arrived(seat, nanos);
  }

  /// A socket that was wanted is no more; its seat tries again.
  void lost(String why) {
    if (typing != null) {
      violations.closed(why);
    }
    doorway.lost(why);
  }

  Dialect dialect() {
    return dialect;
  }

  Generator generator() {
    return generator;
  }

  private List<Seat> absent(int rooms, List<Role> roles) {
    return seats(rooms, roles).filter(seat -> !seat.isInSync()).toList();
  }

  private Stream<Seat> seats(int rooms, List<Role> roles) {
    return pairs.subList(0, rooms).stream().flatMap(pair -> roles.stream().map(pair::seat));
  }

  private interface Condition {
    boolean holds();
  }

  private void await(Duration limit, String what, Condition condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!generator.ask(condition::holds)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%s: not within %d s that %s; %s"
                .formatted(server, limit.toSeconds(), what, generator.ask(doorway::toString)));
      }
      pause(Duration.ofMillis(5));
    }
  }

  public static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
