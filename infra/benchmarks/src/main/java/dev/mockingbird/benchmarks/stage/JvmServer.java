package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.stack.ChildProcess;
import dev.mockingbird.stack.Readiness;
import dev.mockingbird.stack.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One of the services, from its jar, as a JVM of its own on the servers' core.
final class JvmServer extends Server {

  /// @param options of the JVM
  record Program(Path jar, List<String> options) {}

  private final Program program;
  private final Map<String, String> environment;
  private final Path folder;
  private final ServerCore core;

  JvmServer(
      String name,
      int port,
      Program program,
      Map<String, String> environment,
      Path folder,
      ServerCore core) {
    super(name, port, folder.resolve(name + ".log"));
    this.program = program;
    this.environment = environment;
    this.folder = folder;
    this.core = core;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin/java").toString();
  }

  @Override
  protected ChildProcess.Launch prepare() {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(program.options());
    command.addAll(List.of("-jar", program.jar().toString()));
    return core.pin(new ChildProcess.Launch(command, environment, folder, log().file()));
  }

  @Override
  protected boolean answers() throws IOException {
    return Readiness.isReady(port());
  }
}
