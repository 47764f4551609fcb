package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.stack.Server;
import java.io.IOException;
import java.time.Duration;

/// A server with the process it runs in at the moment.
public final class Running implements AutoCloseable {

  private static final Duration TO_START = Duration.ofSeconds(90);

  private final Server server;
  private volatile ProcessFigures process = new ProcessFigures(0);

  Running(Server server) {
    this.server = server;
  }

  Running start() throws IOException {
    process = new ProcessFigures(server.spawn().pid());
    server.awaitReady(TO_START);
    return this;
  }

  /// `kill -9`, and up again at the same place.
  public void killAndStart() throws IOException {
    server.kill();
    start();
  }

  public ProcessFigures process() {
    return process;
  }

  long cpuNanos() {
    return process.cpuNanos();
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
