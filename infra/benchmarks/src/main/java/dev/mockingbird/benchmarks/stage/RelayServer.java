package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.stack.ChildProcess;
import dev.mockingbird.stack.Ports;
import dev.mockingbird.stack.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The floor, as a JVM of its own on the servers' core.
final class RelayServer extends Server {

  private static final String MAIN = "dev.mockingbird.benchmarks.relay.Relay";

  private final Path folder;
  private final ServerCore core;

  RelayServer(Path folder, ServerCore core) {
    super("relay", Ports.free(), folder.resolve("relay.log"));
    this.folder = folder;
    this.core = core;
  }

  @Override
  protected ChildProcess.Launch prepare() {
    List<String> command =
        List.of(
            JvmServer.java(),
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            MAIN,
            Integer.toString(port()));
    return core.pin(new ChildProcess.Launch(command, Map.of(), folder, log().file()));
  }

  @Override
  protected boolean answers() {
    return !Ports.isFree(port());
  }
}
