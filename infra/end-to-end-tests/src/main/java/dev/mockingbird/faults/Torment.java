package dev.mockingbird.faults;

import dev.mockingbird.stack.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is done to a run, round by round. Typing has to resume by itself within [#AFTER_A_SERVICE]
/// and [#AFTER_REDIS].
final class Torment {

  static final Duration AFTER_A_SERVICE = Duration.ofSeconds(3);
  static final Duration AFTER_REDIS = Duration.ofSeconds(5);
  private static final Duration FACTS_GONE_WITHIN = Duration.ofSeconds(40);
  private static final Pattern SOCKETS =
      Pattern.compile("(?m)^mockingbird_room_sockets(?:\\{[^}]*})? ([0-9.]+)$");

  private final Run run;

  Torment(Run run) {
    this.run = run;
  }

  void with(Program program, int rounds, int seconds, @Nullable Path redisData)
      throws InterruptedException, IOException {
    switch (program) {
      case TYPING -> typing(seconds);
      case KILL_SERVICE -> kill(run.stack().instances(), rounds, seconds, AFTER_A_SERVICE);
      case KILL_GATEWAY -> kill(List.of(run.stack().gateway()), rounds, seconds, AFTER_A_SERVICE);
      case KILL_REDIS -> kill(List.of(run.stack().redis()), rounds, seconds, AFTER_REDIS);
      case KILL_KAFKA -> killKafka(rounds, seconds);
      case CUT -> cut(rounds, seconds);
      case ZOMBIE -> zombie(rounds, seconds);
      case RESTART -> restart(rounds, seconds);
      case STOPS_READING -> stopsReading(seconds, true);
      case DISK_FULL -> diskFull(rounds, seconds, Objects.requireNonNull(redisData));
    }
  }

  void typing(int seconds) throws InterruptedException {
    run.everybodyTypes(1_000);
    Run.pause(1_000L * seconds);
    if (run.cuts() > 0) {
      run.violated(run.cuts() + " sockets were lost although nothing happened");
    }
  }

  void kill(List<? extends Server> servers, int rounds, int seconds, Duration limit)
      throws InterruptedException, IOException {
    run.everybodyTypes(300);
    for (int round = 1; round <= rounds; round++) {
      Run.pause(500 + run.random().nextLong(1_000L * seconds - 400));
      Server server = servers.get(run.random().nextInt(servers.size()));
      long killed = System.nanoTime();
      server.kill();
      long back = run.awaitBack(server);
      double resumed = run.awaitTyping("the kill of " + server.name(), back, limit);
      run.say(
          "%d: killed %s, back after %.1f s, everybody typed on %.1f s later",
          round, server.name(), (back - killed) / 1e9, resumed);
    }
  }

  private void killKafka(int rounds, int seconds) throws InterruptedException, IOException {
    run.everybodyTypes(300);
    Run.pause(2_000);
    run.latencies().reset();
    Run.pause(1_000L * seconds);
    double before = run.latencies().millis(0.99);
    for (int round = 1; round <= rounds; round++) {
      run.latencies().reset();
      long killed = System.nanoTime();
      run.stack().kafka().kill();
      Run.pause(run.random().nextLong(1_000L * seconds));
      long back = run.awaitBack(run.stack().kafka());
      double meanwhile = run.latencies().millis(0.99);
      run.say(
          "%d: killed kafka, back after at most %.1f s; acknowledged p99 %.1f ms, before the first"
              + " %.1f ms",
          round, (back - killed) / 1e9, meanwhile, before);
      // Starting a broker keeps one of two cores busy, which says nothing of who waits for it.
      if (meanwhile > 5 * before + 100) {
        run.violated("acknowledgements took %.1f ms while Kafka was down".formatted(meanwhile));
      }
    }
    if (run.cuts() > 0) {
      run.violated(run.cuts() + " sockets were lost because of Kafka");
    }
    run.everybodyTypes(0);
    try (Redis redis = new Redis(run.stack().redis().port())) {
      if (!Run.await(FACTS_GONE_WITHIN, () -> redis.waitingFacts(Stack.SHARDS) == 0)) {
        run.violated(
            "%d facts still wait for Kafka, which is back"
                .formatted(redis.waitingFacts(Stack.SHARDS)));
      }
    }
  }

  void cut(int rounds, int seconds) throws InterruptedException, IOException {
    run.everybodyTypes(300);
    for (int round = 1; round <= rounds; round++) {
      Run.pause(1_000 + run.random().nextInt(1_000));
      boolean stall = round % 2 == 0;
      List<Wire> wires = run.stack().wires();
      List<Wire> hit = (round - 1) / 2 % 2 == 0 ? wires.subList(0, 1) : wires;
      for (Wire wire : hit) {
        if (stall) {
          wire.stall();
        } else {
          wire.cut();
        }
      }
      Run.pause(1_000L * seconds);
      for (Wire wire : hit) {
        wire.heal();
      }
      double resumed = run.awaitTyping("the network was whole", System.nanoTime(), AFTER_REDIS);
      run.say(
          "%d: %s the network of %d of %d instances to Redis for %d s, everybody typed on %.1f s"
              + " later",
          round, stall ? "stalled" : "cut", hit.size(), wires.size(), seconds, resumed);
    }
  }

  void zombie(int rounds, int seconds) throws InterruptedException, IOException {
    run.everybodyTypes(300);
    for (int round = 1; round <= rounds; round++) {
      Run.pause(500 + run.random().nextInt(1_000));
      List<? extends Server> instances = run.stack().instances();
      Server zombie = instances.get(run.random().nextInt(instances.size()));
      Stack.signal(zombie, "STOP");
      try {
        Run.pause(1_000L * seconds);
      } finally {
        Stack.signal(zombie, "CONT");
      }
      double resumed = run.awaitTyping("the zombie woke up", System.nanoTime(), AFTER_A_SERVICE);
      run.say(
          "%d: stopped %s for %d s, everybody typed on %.1f s after it woke up",
          round, zombie.name(), seconds, resumed);
    }
  }

  void restart(int rounds, int seconds) throws InterruptedException, IOException {
    // The storm is the point: one page of each room types, the others only come back.
    run.rooms().forEach(room -> room.pages().getFirst().types(2_000));
    for (int round = 1; round <= rounds; round++) {
      for (Server server : run.stack().instances()) {
        Run.pause(1_000L * seconds);
        long cuts = run.cuts();
        long begun = System.nanoTime();
        server.stop();
        long stopped = System.nanoTime();
        boolean inTime = Run.await(Duration.ofSeconds(60), () -> run.all(Page::isOnline));
        double all = (System.nanoTime() - stopped) / 1e9;
        if (!inTime) {
          run.violated("a minute after " + server.name() + " had stopped not everybody was back");
        }
        long back = run.awaitBack(server);
        run.say(
            "%d: restarted %s: %d sockets moved, stopped after %.1f s, everybody back %.1f s later,"
                + " itself after %.1f s",
            round,
            server.name(),
            run.cuts() - cuts,
            (stopped - begun) / 1e9,
            all,
            (back - begun) / 1e9);
      }
    }
  }

  /// @param toTheEnd until the service has closed its socket, which takes longer than a test may
  void stopsReading(int seconds, boolean toTheEnd) throws InterruptedException, IOException {
    Room room = run.rooms().getFirst();
    Page deaf = room.pages().getLast();
    run.everybodyTypes(300);
    // Sockets that were lost before may still be on their way out.
    for (int look = 0; look < 100 && sockets() > run.pages().size(); look++) {
      Run.pause(200);
    }
    deaf.types(0);
    Run.await(Duration.ofSeconds(5), deaf::isCalm);
    deaf.stopReading();
    long cuts = run.cuts();
    room.pages().stream().filter(page -> page != deaf).forEach(Page::pastes);
    long begun = System.nanoTime();
    boolean thrownOut = false;
    while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
      Run.pause(200);
      if (sockets() < run.pages().size()) {
        thrownOut = true;
        break;
      }
    }
    run.pages().stream().filter(page -> page != deaf).forEach(page -> page.types(300));
    run.say(
        "one page of %s stopped reading: %s after %.1f s; acknowledged p99 %.1f ms",
        room.id(),
        thrownOut ? "its socket was closed" : "its socket is still open",
        (System.nanoTime() - begun) / 1e9,
        run.latencies().millis(0.99));
    if (toTheEnd && !thrownOut) {
      run.violated("a page that does not read keeps its socket");
    }
    if (run.cuts() > cuts) {
      run.violated((run.cuts() - cuts) + " others lost their sockets because one did not read");
    }
    run.awaitTyping("somebody stopped reading", System.nanoTime(), AFTER_A_SERVICE);
    deaf.stop();
  }

  /// How many sockets all instances have.
  private double sockets() throws IOException, InterruptedException {
    double all = 0;
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (Server server : run.stack().instances()) {
        URI metrics = URI.create("http://127.0.0.1:" + server.port() + "/actuator/prometheus");
        HttpResponse<String> answer =
            http.send(
                HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString());
        Matcher found = SOCKETS.matcher(answer.body());
        if (!found.find()) {
          throw new IOException("the metrics do not tell how many sockets there are");
        }
        all += Double.parseDouble(found.group(1));
      }
    }
    return all;
  }

  /// The folder is a file system of its own, see [SmallDisk].
  private void diskFull(int rounds, int seconds, Path data)
      throws InterruptedException, IOException {
    run.everybodyTypes(300);
    Path filler = data.resolve("filler");
    for (int round = 1; round <= rounds; round++) {
      Run.pause(1_000 + run.random().nextInt(1_000));
      SmallDisk.fill(filler);
      Run.pause(1_000L * seconds);
      Files.delete(filler);
      double resumed = run.awaitTyping("there was space again", System.nanoTime(), AFTER_REDIS);
      run.say(
          "%d: the disk under Redis was full for %d s, everybody typed on %.1f s after there was"
              + " space",
          round, seconds, resumed);
    }
  }
}
