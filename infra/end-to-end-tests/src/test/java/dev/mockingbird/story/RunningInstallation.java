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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// What `./mockingbird up` starts, from the jars this build has made.
final class RunningInstallation implements AutoCloseable {

  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final Duration FIRST_START = Duration.ofMinutes(6);
  private static final Pattern READY = Pattern.compile("is ready after (\\d+) s");

  private final Path data;
  private final int port;
  private final List<String> options;
  private final Path log;
  private Process launcher;

  private RunningInstallation(Path data, int port, List<String> options) throws IOException {
    this.data = data;
    this.port = port;
    this.options = options;
    this.log = data.resolveSibling(data.getFileName() + "-up.log");
    this.launcher = launch();
  }

  private static RunningInstallation shared;

  /// The one that all stories of this run share; it stops with the tests.
  static synchronized RunningInstallation shared() throws IOException {
    if (shared == null) {
      shared = with(newDataFolder());
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /// One of a story's own, with options of `up`; returns when it is ready.
  static RunningInstallation with(Path data, String... options) throws IOException {
    RunningInstallation installation = beginning(data, options);
    installation.awaitReady();
    return installation;
  }

  /// As [#with], but returns at once.
  static RunningInstallation beginning(Path data, String... options) throws IOException {
    return new RunningInstallation(data, Ports.free(), List.of(options));
  }

  /// Elasticsearch runs as nobody where the tests run as root, so the way there is open to all.
  static Path newDataFolder() throws IOException {
    Path parent = Files.createTempDirectory("mockingbird-story");
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    return parent.resolve("data");
  }

  /// Another command of `./mockingbird`.
  static ProcessBuilder command(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Dmockingbird.home=" + HOME,
                "-cp",
                HOME.resolve("infra/local-stack/target/classes").toString(),
                "dev.mockingbird.stack.launcher.Launcher"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command);
  }

  String url() {
    return "http://localhost:" + port;
  }

  Path data() {
    return data;
  }

  Process launcher() {
    return launcher;
  }

  /// Stops everything cleanly and starts it again on the same data.
  void restart() throws IOException {
    close();
    launcher = launch();
    awaitReady();
  }

  /// `kill -9`.
  ///
  /// @param process a word of its command line that no other process of the installation has
  void kill(String process) {
    List<ProcessHandle> found =
        Awaitility.await(process)
            .atMost(Duration.ofSeconds(30))
            .until(() -> processes(process), it -> !it.isEmpty());
    found.forEach(ProcessHandle::destroyForcibly);
  }

  String secondsToReady() {
    Matcher ready = READY.matcher(output());
    assertThat(ready.find()).isTrue();
    return ready.group(1);
  }

  long residentMegabytes() throws IOException {
    long kilobytes = 0;
    for (ProcessHandle process :
        Stream.concat(Stream.of(launcher.toHandle()), launcher.descendants()).toList()) {
      for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
        if (line.startsWith("VmRSS:")) {
          kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    }
    return kilobytes / 1024;
  }

  /// Until the launcher has said so on its screen, or is gone.
  void awaitWords(String words) {
    Awaitility.await(words)
        .atMost(FIRST_START)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> output().contains(words) || !launcher.isAlive());
    assertThat(output()).contains(words);
  }

  String output() {
    try {
      return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private void awaitReady() {
    awaitWords("is ready after");
  }

  private Process launch() throws IOException {
    List<String> words = new ArrayList<>(List.of("up", "--data", data.toString()));
    words.addAll(List.of("--port", Integer.toString(port)));
    words.addAll(options);
    Files.deleteIfExists(log);
    return command(words.toArray(String[]::new))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private List<ProcessHandle> processes(String word) {
    return launcher
        .descendants()
        .filter(it -> it.info().commandLine().filter(line -> line.contains(word)).isPresent())
        .toList();
  }

  @Override
  public void close() {
    launcher.destroy();
    try {
      assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).as("a clean stop").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
