package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.stack.Server;
import java.io.IOException;
import java.time.Duration;

/// A server with the process it runs in at the moment.
public final class Running implements AutoCloseable {

  private static final Duration TO_START = Duration.ofSeconds(90);

  private final Server server;
  private final int socketPort;

  Running(Server server, int socketPort) {
    this.server = server;
    this.socketPort = socketPort;
  }

  Running start() throws IOException {
    server.spawn();
    server.awaitReady(TO_START);
    return this;
  }

  /// `kill -9`, and up again at the same place.
  public void killAndStart() throws IOException {
    server.kill();
    start();
  }

  public ProcessFigures process() {
    return new ProcessFigures(server.pid().orElseThrow());
  }

  long cpuNanos() {
    return process().cpuNanos();
  }

  String name() {
    return server.name();
  }

  public int port() {
    return server.port();
  }

  /// Where its sockets are opened.
  int socketPort() {
    return socketPort;
  }

  /// At once: nothing it holds is wanted any more.
  @Override
  public void close() {
    server.kill();
  }
}
