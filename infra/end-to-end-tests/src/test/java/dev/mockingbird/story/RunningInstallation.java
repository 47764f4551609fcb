package dev.mockingbird.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// What `./mockingbird up` starts, from the jars this build has made.
final class RunningInstallation {

  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final Duration FIRST_START = Duration.ofMinutes(6);

  private final Path data;
  private final int port;
  private final Path log;
  private Process launcher;

  private RunningInstallation(Path data, int port) throws IOException {
    this.data = data;
    this.port = port;
    this.log = data.resolveSibling(data.getFileName() + "-up.log");
    this.launcher = up();
  }

  private static RunningInstallation shared;

  /// The one that all stories of this run share; it stops with the tests.
  static synchronized RunningInstallation shared() throws IOException {
    if (shared == null) {
      shared = start();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::stop));
    }
    return shared;
  }

  /// Elasticsearch runs as nobody where the tests run as root, so the folder is open to all.
  private static RunningInstallation start() throws IOException {
    Path parent = Files.createTempDirectory("mockingbird-story");
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new RunningInstallation(parent.resolve("data"), Ports.free());
  }

  String url() {
    return "http://localhost:" + port;
  }

  Path data() {
    return data;
  }

  /// Stops everything cleanly and starts it again on the same data.
  void restart() throws IOException {
    stop();
    launcher = up();
  }

  /// `kill -9`.
  ///
  /// @param process a word of its command line that no other process of the installation has
  void kill(String process) {
    List<ProcessHandle> found = processes(process);
    assertThat(found).as(process).isNotEmpty();
    found.forEach(ProcessHandle::destroyForcibly);
  }

  private Process up() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Dmockingbird.home=" + HOME,
                "-cp",
                HOME.resolve("infra/local-stack/target/classes").toString(),
                "dev.mockingbird.stack.launcher.Launcher",
                "up"));
    command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
    Files.deleteIfExists(log);
    Process started =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Awaitility.await("ready")
        .atMost(FIRST_START)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> said("is ready after") || !started.isAlive());
    assertThat(started.isAlive()).as(output()).isTrue();
    return started;
  }

  private boolean said(String words) {
    return output().contains(words);
  }

  private String output() {
    try {
      return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private List<ProcessHandle> processes(String word) {
    return launcher
        .descendants()
        .filter(it -> it.info().commandLine().filter(line -> line.contains(word)).isPresent())
        .toList();
  }

  private void stop() {
    launcher.destroy();
    try {
      assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).as("a clean stop").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
