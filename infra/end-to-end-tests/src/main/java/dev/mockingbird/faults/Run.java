package dev.mockingbird.faults;

import dev.mockingbird.stack.Server;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// One run: rooms that type on a stack, what happens to them, and what comes of it.
final class Run implements AutoCloseable {

  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(40);
  private static final Duration NEVER = Duration.ofSeconds(60);
  private static final int LINES_OF_VIOLATIONS = 20;

  private final Stack stack;
  private final Network network = new Network();
  private final PrintStream out;
  private final Random random;
  private final Latencies latencies = new Latencies();
  private final List<Room> rooms;
  private final List<String> violations = new ArrayList<>();
  private final List<Double> resumes = new ArrayList<>();
  private int faults;

  Run(Stack stack, Room.Plan plan, long seed, PrintStream out) throws InterruptedException {
    this.stack = stack;
    this.out = out;
    this.random = new Random(seed);
    this.rooms = Room.open(stack, network, plan, random, latencies);
    pages().forEach(Page::start);
    if (!await(Duration.ofSeconds(60), () -> all(Page::isOnline))) {
      violations.add("not every page came in within a minute");
    }
  }

  Stack stack() {
    return stack;
  }

  Random random() {
    return random;
  }

  Latencies latencies() {
    return latencies;
  }

  List<Room> rooms() {
    return rooms;
  }

  List<Page> pages() {
    return rooms.stream().flatMap(room -> room.pages().stream()).toList();
  }

  void everybodyTypes(int everyMillis) {
    pages().forEach(page -> page.types(everyMillis));
  }

  boolean all(Predicate<Page> that) {
    return pages().stream().filter(page -> page.record().reads()).allMatch(that);
  }

  long cuts() {
    return pages().stream().filter(it -> it.record().reads()).mapToLong(Page::cuts).sum();
  }

  void violated(String sentence) {
    violations.add(sentence);
    out.println("  ! " + sentence);
  }

  /// A line for a fault.
  void say(String line, Object... arguments) {
    faults++;
    out.printf(Locale.ROOT, "  " + line + "%n", arguments);
  }

  static void pause(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }

  static boolean await(Duration limit, BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        return false;
      }
      pause(5);
    }
    return true;
  }

  /// Until somebody has started it again.
  ///
  /// @return when it was ready
  long awaitBack(Server server) throws InterruptedException, IOException {
    if (!await(NEVER, server::isReady)) {
      throw new IOException(server.name() + " did not come back");
    }
    return System.nanoTime();
  }

  /// Until every page that types has been acknowledged something after `since`.
  ///
  /// @return how many seconds that took
  double awaitTyping(String after, long since, Duration limit) throws InterruptedException {
    List<Page> typing = pages().stream().filter(page -> page.record().reads()).toList();
    typing.forEach(page -> page.awaitAcknowledgementAfter(since));
    boolean resumed = await(NEVER, () -> typing.stream().allMatch(it -> it.resumedAt() != 0));
    long silent = typing.stream().filter(it -> it.resumedAt() == 0).count();
    double seconds =
        typing.stream().mapToLong(it -> Math.max(0, it.resumedAt() - since)).max().orElse(0) / 1e9;
    resumes.add(seconds);
    if (!resumed) {
      violated(silent + " pages were acknowledged nothing for a minute after " + after);
    } else if (seconds > limit.toMillis() / 1e3) {
      violated(
          String.format(
              Locale.ROOT,
              "typing resumed %.1f s after %s, not within %d s",
              seconds,
              after,
              limit.toSeconds()));
    }
    return seconds;
  }

  /// Lets everybody finish, and checks everything.
  Verdict finish() throws InterruptedException, IOException {
    everybodyTypes(0);
    if (!await(SETTLED_WITHIN, () -> all(Page::isCalm) && rooms.stream().allMatch(this::level))) {
      long restless = pages().stream().filter(it -> it.record().reads() && !it.isCalm()).count();
      violated(
          "%d pages still wait for answers, and %d rooms for changes, after %d s"
              .formatted(
                  restless,
                  rooms.stream().filter(it -> !level(it)).count(),
                  SETTLED_WITHIN.toSeconds()));
    }
    for (Page page : pages()) {
      try {
        page.end().get();
      } catch (ExecutionException e) {
        throw new IOException(e);
      }
      page.stop();
    }
    network.close();
    Verdict verdict = Verdict.NOTHING.with(violations);
    try (Redis redis = new Redis(stack.redis().port())) {
      for (Room room : rooms) {
        verdict =
            verdict.and(
                Checker.check(
                    redis.journal(room.id(), Stack.SHARDS),
                    room.pages().stream().map(Page::record).toList()));
      }
    }
    verdict.violations().stream()
        .limit(LINES_OF_VIOLATIONS)
        .forEach(it -> out.println("  ! " + it));
    return verdict;
  }

  private boolean level(Room room) {
    return room.pages().stream()
            .filter(page -> page.record().reads())
            .mapToInt(Page::versions)
            .distinct()
            .count()
        <= 1;
  }

  /// The line at the end.
  String summary(String name, long seed, Verdict verdict) {
    return String.format(
        Locale.ROOT,
        "%s seed=%d: %d faults, %d rooms, %d pages, %d changes in the journals, %d acknowledged, %d"
            + " entries shown, %d sockets lost, acknowledged p50 %.1f ms p99 %.1f ms%s: %d"
            + " violations",
        name,
        seed,
        faults,
        rooms.size(),
        pages().size(),
        verdict.changes(),
        verdict.acknowledged(),
        verdict.shown(),
        cuts(),
        latencies.millis(0.5),
        latencies.millis(0.99),
        resumes.isEmpty() ? "" : resumed(),
        verdict.violations().size());
  }

  private String resumed() {
    List<Double> sorted = resumes.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        ", typing resumed for all after %.1f s (median), %.1f s (longest)",
        sorted.get(sorted.size() / 2),
        sorted.getLast());
  }

  @Override
  public void close() {
    network.close();
    stack.close();
  }
}
