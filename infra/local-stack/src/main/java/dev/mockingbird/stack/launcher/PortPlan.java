package dev.mockingbird.stack.launcher;

import dev.mockingbird.stack.Ports;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// The loopback port of each process. Kept from start to start where still free, because addresses
/// end up in bookmarks and logs.
final class PortPlan {

  private final Path file;
  private final Properties ports;

  private PortPlan(Path file, Properties ports) {
    this.file = file;
    this.ports = ports;
  }

  static PortPlan load(Path file) throws IOException {
    Properties ports = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        ports.load(reader);
      }
    }
    return new PortPlan(file, ports);
  }

  /// The port of last time if nobody took it, else a new one.
  int of(String name) throws IOException {
    int port = Integer.parseInt(ports.getProperty(name, "0"));
    if (port == 0 || !Ports.isFree(port)) {
      port = Ports.free();
      record(name, port);
    }
    return port;
  }

  /// Where a process listens (or listened last).
  int known(String name) {
    return Integer.parseInt(ports.getProperty(name, "0"));
  }

  void record(String name, int port) throws IOException {
    ports.setProperty(name, Integer.toString(port));
    StringBuilder text = new StringBuilder();
    ports.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> text.append(key).append('=').append(ports.getProperty(key)).append('\n'));
    Files.writeString(file, text);
  }
}
