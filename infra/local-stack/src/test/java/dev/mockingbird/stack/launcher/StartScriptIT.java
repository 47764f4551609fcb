package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The start script in a source folder whose build is a stand-in that counts.
class StartScriptIT {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  @TempDir Path home;

  @BeforeEach
  void aSourceFolder() throws IOException {
    Files.copy(ROOT.resolve("mockingbird"), home.resolve("mockingbird"));
    for (String folder :
        List.of("gateway", "interview-service", "search-service", "scoring-service", "infra")) {
      Files.createDirectory(home.resolve(folder));
    }
    write("pom.xml", "");
    write("gateway/Door.java", "");
    write(".mvn/settings", "");
    write(
        "mvnw",
        """
        #!/bin/sh
        echo built >> builds
        while [ -e wait ]; do sleep 0.05; done
        for module in gateway interview-service search-service scoring-service; do
          mkdir -p $module/target
          : > $module/target/service.jar
        done
        mkdir -p infra/local-stack/target
        cp -r %s infra/local-stack/target/
        """
            .formatted(Path.of("target/classes").toAbsolutePath()));
    Files.setPosixFilePermissions(
        home.resolve("mvnw"), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void buildsWhenASourceWasChangedAddedOrDeletedAndNotOtherwise() throws Exception {
    run("erase");
    run("erase");
    assertThat(builds()).isEqualTo(1);

    write("gateway/Door.java", "changed");
    run("erase");
    assertThat(builds()).isEqualTo(2);

    Files.delete(home.resolve("gateway/Door.java"));
    run("demo", "--url", "nowhere");
    assertThat(builds()).isEqualTo(3);

    write(".mvn/settings", "changed");
    run("demo", "--url", "nowhere");
    assertThat(builds()).isEqualTo(4);

    write("gateway/src/test/DoorTest.java", "");
    run("erase");
    assertThat(builds()).isEqualTo(4);

    Files.delete(home.resolve("gateway/target/service.jar"));
    run("erase");
    assertThat(builds()).isEqualTo(5);
  }

  @Test
  void looksWhatIsInTheWayBeforeTheFirstBuild() throws Exception {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Said said = run("up", "--port", Integer.toString(busy.getLocalPort()));
      assertThat(said.text())
          .isEqualTo(
              "Port %d is in use by another program: choose another with --port PORT."
                  .formatted(busy.getLocalPort()));
      assertThat(said.exit()).isNotZero();
    }
    assertThat(home.resolve("builds")).doesNotExist();
  }

  @Test
  void looksWhatIsInTheWayBeforeAnotherBuild() throws Exception {
    run("erase");
    write("gateway/Door.java", "changed");
    DataFolder folder = new DataFolder(home.resolve("data"));
    try (InstallationLock _ = InstallationLock.tryTake(folder, "up").orElseThrow()) {
      Said said = run("up", "--data", folder.root().toString());
      assertThat(said.text())
          .isEqualTo(
              "Mockingbird is running already on %s (process %d): stop it with ./mockingbird down."
                  .formatted(folder.root(), ProcessHandle.current().pid()));
      assertThat(said.exit()).isEqualTo(3);
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void buildsOnceForTwoWhoAskAtOnce() throws Exception {
    write("wait", "");
    Process first = start("erase");
    await().until(() -> Files.exists(home.resolve("builds")));
    Process second = start("erase");
    assertThat(second.inputReader().readLine())
        .isEqualTo("Another ./mockingbird is building here; waiting for it");
    Files.delete(home.resolve("wait"));

    said(first);
    said(second);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void leavesNothingRunningWhenItIsStoppedWhileBuilding() throws Exception {
    write("wait", "");
    Process script = start("erase");
    await().until(() -> Files.exists(home.resolve("builds")));
    List<ProcessHandle> building = script.descendants().toList();
    assertThat(building).isNotEmpty();
    // By its handle, which leaves what it says readable.
    script.toHandle().destroy();

    Said said = said(script);
    assertThat(said.text()).contains("Stopped while building");
    assertThat(said.exit()).isEqualTo(130);
    await().until(() -> building.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void keepsTheBuildOutOfWhatACommandPrints() throws Exception {
    Process script =
        builder("erase")
            .redirectErrorStream(false)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();

    assertThat(said(script).text()).doesNotContain("Building");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void needsNoHomeInTheEnvironment() throws Exception {
    ProcessBuilder builder = builder("erase");
    builder.environment().remove("HOME");
    said(builder.start());
    assertThat(builds()).isEqualTo(1);
  }

  private record Said(String text, int exit) {}

  private Said run(String... words) throws Exception {
    return said(start(words));
  }

  private Process start(String... words) throws IOException {
    return builder(words).start();
  }

  private ProcessBuilder builder(String... words) {
    List<String> command = new ArrayList<>(List.of(home.resolve("mockingbird").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private static Said said(Process script) throws Exception {
    String text = String.join("\n", script.inputReader(StandardCharsets.UTF_8).lines().toList());
    assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(text, script.exitValue());
  }

  private long builds() throws IOException {
    return Files.readAllLines(home.resolve("builds")).size();
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
