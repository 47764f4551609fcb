package dev.mockingbird.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A running child of this JVM with its output in a log file; it never outlives the JVM.
public final class ChildProcess {

  private static final Set<ChildProcess> LIVE = ConcurrentHashMap.newKeySet();
  private static final Set<Runnable> BEFORE_KILL = ConcurrentHashMap.newKeySet();
  private static final Set<Runnable> AFTER_LAST_STOP = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("stop-children").unstarted(ChildProcess::killAll));
  }

  private final Process process;

  private ChildProcess(Process process) {
    this.process = process;
  }

  /// What to run and where.
  ///
  /// @param privileges options of `setpriv`, empty to run as we do
  public record Launch(
      List<String> command,
      Map<String, String> environment,
      Path workingFolder,
      Path log,
      List<String> privileges) {

    public Launch(
        List<String> command, Map<String, String> environment, Path workingFolder, Path log) {
      this(command, environment, workingFolder, log, List.of());
    }
  }

  public static ChildProcess start(Launch launch) throws IOException {
    ServerLog.at(launch.log()).rotate();
    ProcessBuilder builder =
        new ProcessBuilder(launch.command())
            .directory(launch.workingFolder().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    // Credentials reach only the process that is given them on purpose.
    builder.environment().keySet().removeIf(ChildProcess::isCredential);
    builder.environment().putAll(launch.environment());
    ChildProcess child = new ChildProcess(Spawner.spawn(builder, launch.privileges()));
    LIVE.add(child);
    var _ = child.process.onExit().thenRun(() -> LIVE.remove(child));
    return child;
  }

  private static boolean isCredential(String name) {
    return name.startsWith("GITHUB_") || name.startsWith("MOCKINGBIRD_LANGUAGE_MODEL_");
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /// Completes with the exit code once the process is gone.
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /// SIGTERM, and SIGKILL for whatever is left after the grace time.
  public void stop(Duration grace) {
    List<ProcessHandle> family = family();
    process.destroy();
    await(family, grace);
    family.forEach(ProcessHandle::destroyForcibly);
    await(family, Duration.ofSeconds(10));
  }

  /// SIGKILL for the process and all it started, and waits until they are gone.
  public void kill() {
    List<ProcessHandle> family = family();
    family.forEach(ProcessHandle::destroyForcibly);
    await(family, Duration.ofSeconds(10));
  }

  /// Runs when this JVM ends, while all children still run: the place to stop them in order.
  public static void beforeExit(Runnable action) {
    BEFORE_KILL.add(action);
  }

  /// Runs when this JVM ends, after its last child is gone.
  static void afterLastStop(Runnable action) {
    AFTER_LAST_STOP.add(action);
  }

  private List<ProcessHandle> family() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(process.toHandle()), process.descendants())
        .toList();
  }

  private static void await(List<ProcessHandle> family, Duration limit) {
    CompletableFuture<?>[] exits =
        family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(exits).orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (java.util.concurrent.CompletionException _) {
      // Still alive after the limit: the caller goes on to the next, harder step.
    }
  }

  private static void killAll() {
    BEFORE_KILL.forEach(Runnable::run);
    LIVE.forEach(ChildProcess::kill);
    AFTER_LAST_STOP.forEach(Runnable::run);
  }
}
