package dev.mockingbird.stack.launcher;

import dev.mockingbird.stack.ChildProcess;
import dev.mockingbird.stack.Readiness;
import dev.mockingbird.stack.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// One of our services as a JVM of its own.
public final class ServiceProcess extends Server {

  private static final int TRAINING_SECONDS = 180;

  private final Service service;
  private final UnpackedJar program;
  private final Map<String, String> environment;
  private final Path folder;

  /// @param name among the processes of its installation; names its log as well
  /// @param folder where it runs
  public ServiceProcess(
      Service service,
      String name,
      int port,
      UnpackedJar program,
      Map<String, String> environment,
      Path folder,
      Path log) {
    super(name, port, log);
    this.service = service;
    this.program = program;
    this.environment = environment;
    this.folder = folder;
  }

  public boolean isTrained() {
    return Files.exists(program.aotCache());
  }

  /// Lets the service come up once without serving, and keeps what the JVM learnt about its
  /// classes: later starts take a third of the time. Whatever goes wrong here costs only that.
  public void train() throws IOException {
    long launcher = ProcessHandle.current().pid();
    Path partial = program.folder().resolve("training-" + launcher + ".aot");
    List<String> options =
        List.of("-XX:AOTCacheOutput=" + partial, "-Dspring.context.exit=onRefresh");
    Path log = log().file().resolveSibling(name() + "-training.log");
    ChildProcess training =
        ChildProcess.start(new ChildProcess.Launch(java(options), environment, folder, log));
    try {
      int exitCode = training.onExit().orTimeout(TRAINING_SECONDS, TimeUnit.SECONDS).join();
      if (exitCode == 0 && Files.exists(partial)) {
        Files.move(partial, program.aotCache(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (CompletionException _) {
      training.kill();
    }
  }

  @Override
  protected ChildProcess.Launch prepare() {
    List<String> options = isTrained() ? List.of("-XX:AOTCache=" + program.aotCache()) : List.of();
    return new ChildProcess.Launch(java(options), environment, folder, log().file());
  }

  private List<String> java(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("-Xmx" + service.heap(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.addAll(options);
    command.addAll(List.of("-jar", program.jar().toString()));
    return command;
  }

  @Override
  protected boolean answers() throws IOException {
    return Readiness.isReady(port());
  }
}
