package dev.mockingbird.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Whatever ends a start takes with it all that it has started, and the next start goes on from
/// there.
class InterruptedStartStory {

  @Test
  void leavesNothingRunningAndStartsTheNextTime() throws Exception {
    Path data = RunningInstallation.newDataFolder();

    RunningInstallation stopped = RunningInstallation.beginning(data);
    Awaitility.await().until(() -> Files.exists(data.resolve("logs/kafka.log")));
    stopped.launcher().toHandle().destroy();
    assertThat(stopped.launcher().waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(stopped.output()).doesNotContain("Exception", "could not start");
    assertThat(workingOn(data)).isEmpty();

    RunningInstallation killed = RunningInstallation.beginning(data);
    killed.awaitWords("elasticsearch      ready");
    assertThat(workingOn(data)).isNotEmpty();
    killed.launcher().destroyForcibly();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(workingOn(data)).isEmpty());

    try (RunningInstallation third = RunningInstallation.with(data)) {
      assertThat(third.output()).contains("is ready after");
    }
    assertThat(workingOn(data)).isEmpty();
  }

  /// Processes whose working folder or command line is in the data folder.
  private static List<String> workingOn(Path data) throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(it -> it.getFileName().toString().matches("\\d+"))
          .flatMap(it -> used(it, data))
          .toList();
    }
  }

  private static Stream<String> used(Path process, Path data) {
    try {
      Path folder = Files.readSymbolicLink(process.resolve("cwd"));
      String line =
          Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
              .replace('\0', ' ');
      return (folder.startsWith(data) || line.contains(data.toString())) && !line.isBlank()
          ? Stream.of(process.getFileName() + " " + line)
          : Stream.empty();
    } catch (IOException _) {
      // It has just ended, or is somebody else's.
      return Stream.empty();
    }
  }
}
