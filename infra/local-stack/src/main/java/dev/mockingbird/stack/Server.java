package dev.mockingbird.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A server with a fixed port and data folder, which can be started, stopped, killed, and started
/// again at the same place.
public abstract class Server implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PROBED_EVERY = Duration.ofMillis(25);

  private final String name;
  private final int port;
  private final Path log;
  private @Nullable ChildProcess process;

  protected Server(String name, int port, Path log) {
    this.name = name;
    this.port = port;
    this.log = log;
  }

  /// Writes what the server reads at its start, and says how to run it.
  protected abstract ChildProcess.Launch prepare() throws IOException;

  /// Asks the server once; false while it cannot do its work yet.
  protected abstract boolean answers() throws IOException;

  public final String name() {
    return name;
  }

  public final int port() {
    return port;
  }

  public final ServerLog log() {
    return ServerLog.at(log);
  }

  /// Starts the process and waits until it answers.
  public final Server start() throws IOException {
    spawn();
    awaitReady(PATIENCE);
    return this;
  }

  public final synchronized ChildProcess spawn() throws IOException {
    ChildProcess running = process;
    if (running != null && running.isAlive()) {
      throw new IllegalStateException(name + " is running already");
    }
    // Somebody else on the port would answer our probe in its place.
    if (!Ports.isFree(port)) {
      throw new IOException("%s cannot start: port %d is in use".formatted(name, port));
    }
    ChildProcess started = ChildProcess.start(prepare());
    process = started;
    return started;
  }

  /// Waits until the server answers.
  ///
  /// @throws IOException when the server ends, or does not answer in time; with its last words
  public final void awaitReady(Duration limit) throws IOException {
    long deadline = System.nanoTime() + limit.toNanos();
    ChildProcess starting = current();
    CompletableFuture<?> end =
        starting == null ? CompletableFuture.completedFuture(null) : starting.onExit();
    while (!isReady()) {
      if (endsWithin(PROBED_EVERY, end)) {
        throw new IOException(name + " ended while starting:\n" + lastWords());
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(
            name + " did not answer within " + limit.toSeconds() + " s:\n" + lastWords());
      }
    }
  }

  private boolean endsWithin(Duration pause, CompletableFuture<?> end) throws IOException {
    try {
      end.get(pause.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException("cannot watch " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + name, e);
    }
  }

  public final boolean isReady() {
    try {
      return isAlive() && answers();
    } catch (IOException _) {
      return false;
    }
  }

  public final synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /// Of the process that was started last.
  public final OptionalLong pid() {
    ChildProcess running = current();
    return running == null ? OptionalLong.empty() : OptionalLong.of(running.pid());
  }

  /// SIGTERM, then SIGKILL after the grace time; does nothing when it is not running.
  public final void stop() {
    ChildProcess running = current();
    if (running != null) {
      running.stop(GRACE);
    }
  }

  /// `kill -9`.
  public final void kill() {
    ChildProcess running = current();
    if (running != null) {
      running.kill();
    }
  }

  @Override
  public final void close() {
    stop();
  }

  private synchronized @Nullable ChildProcess current() {
    return process;
  }

  private String lastWords() {
    List<String> lines = log().lastLines(20);
    return lines.isEmpty() ? "(no output)" : String.join("\n", lines);
  }
}
