package dev.mockingbird.stack.launcher;

import dev.mockingbird.stack.ChildProcess;
import dev.mockingbird.stack.Server;
import dev.mockingbird.stack.ServerLog;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Starts servers, and starts again what ends without being asked to, at the same port and data,
/// with its last lines on the console.
public final class Supervisor {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /// A server that lived this long is started again at once.
  private static final Duration STEADY = Duration.ofSeconds(60);

  private static final int LAST_LINES = 8;

  /// Four of these for each of eight processes: a third of a gigabyte at most.
  private static final long LARGEST_LOG = 10 << 20;

  private static final Duration BETWEEN_LOOKS_AT_LOGS = Duration.ofSeconds(10);

  private final Console console;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Queue<ServerLog> logs = new ConcurrentLinkedQueue<>();

  public Supervisor(Console console) {
    this.console = console;
    Thread.ofVirtual().name("limit-logs").start(this::keepLogsSmall);
  }

  /// Returns once the server answers; from then on it is watched.
  public void start(Server server) throws IOException {
    if (isStopping()) {
      throw new IOException("stopped before " + server.name() + " was started");
    }
    long begun = console.begin(server.name());
    ChildProcess process = server.spawn();
    logs.add(server.log());
    server.awaitReady(PATIENCE);
    console.done(server.name(), server.name(), "ready", begun);
    Thread.ofVirtual().name("watch-" + server.name()).start(() -> watch(server, process));
  }

  /// From now on a process that ends is meant to.
  public void release() {
    stopping.countDown();
  }

  private void keepLogsSmall() {
    while (!isStoppingWithin(BETWEEN_LOOKS_AT_LOGS)) {
      limitLogs();
    }
  }

  void limitLogs() {
    for (ServerLog log : logs) {
      try {
        log.limit(LARGEST_LOG);
      } catch (IOException e) {
        console.say("! The log %s keeps growing: %s".formatted(log.file(), e.getMessage()));
      }
    }
  }

  private void watch(Server server, ChildProcess first) {
    ChildProcess process = first;
    // The first restart comes at once: one crash should cost its users as little as it can.
    Duration pause = Duration.ZERO;
    while (true) {
      long started = System.nanoTime();
      int exitCode = process.onExit().join();
      if (isStopping()) {
        return;
      }
      console.died(server.name(), exitCode, server.log().lastLines(LAST_LINES));
      if (System.nanoTime() - started > STEADY.toNanos()) {
        pause = Duration.ZERO;
      }
      ChildProcess again = null;
      while (again == null) {
        if (isStoppingWithin(pause)) {
          return;
        }
        pause = longer(pause);
        again = restart(server);
      }
      process = again;
      // What came up again does not wait longer and longer, however often it is killed, or ended by
      // a disk that is full for a while.
      pause = FIRST_PAUSE;
    }
  }

  private @org.jspecify.annotations.Nullable ChildProcess restart(Server server) {
    long begun = console.begin(server.name());
    try {
      ChildProcess process = server.spawn();
      server.awaitReady(PATIENCE);
      console.done(server.name(), server.name(), "restarted", begun);
      return process;
    } catch (IOException e) {
      if (!isStopping()) {
        console.say("! " + e.getMessage());
        server.kill();
      }
      return null;
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private boolean isStoppingWithin(Duration pause) {
    try {
      return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
