package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksIT {

  private static final URI HERE = URI.create("http://localhost:8080");
  private static final ExistingStores NONE = ExistingStores.NONE;

  @TempDir Path root;

  @Test
  void namesABusyPort() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(problems(busy.getLocalPort(), NONE))
          .contains(
              "Port %d is in use by another program: choose another with --port PORT."
                  .formatted(busy.getLocalPort()));
    }
  }

  @Test
  void namesARunningInstallation() throws Exception {
    Path folder = Files.createDirectory(root.resolve("data"));
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .start();
    try {
      holder.inputReader().readLine();
      List<String> problems = problems(Ports.free(), NONE, new DataFolder(folder));
      assertThat(problems)
          .containsExactly(
              "Mockingbird is running already on %s (process %d): stop it with ./mockingbird down."
                  .formatted(folder, holder.pid()));
    } finally {
      holder.destroyForcibly();
    }
    holder.waitFor();
    assertThat(InstallationLock.holder(new DataFolder(folder))).isEmpty();
  }

  @Test
  void namesAStoreThatIsNotThere() throws IOException {
    int nobody = Ports.free();
    var existing =
        new ExistingStores(
            Optional.of("redis://:s3cret@127.0.0.1:" + nobody + "/0"),
            Optional.empty(),
            Optional.empty(),
            false);
    assertThat(problems(Ports.free(), existing))
        .contains("Nobody answers at 127.0.0.1:%d, given as Redis.".formatted(nobody));
  }

  @Test
  void namesWhatOrdinaryPeopleMayNotDo() throws Exception {
    Path closed = Files.createDirectory(root.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));

    assertThat(problemsWithoutPrivileges(80, closed.resolve("data")))
        .contains(
            "Port 80 is reserved for root: choose one from 1024 on with --port PORT.",
            "The data folder %s/data cannot be made in %s; choose another with --data DIR."
                .formatted(closed, closed));
  }

  @Test
  void changesNothing() throws IOException {
    Path folder = root.resolve("new");
    problems(Ports.free(), NONE, new DataFolder(folder));
    assertThat(folder).doesNotExist();
  }

  @Test
  void saysThatACalibrationIsGoneAndHowToGoOn() throws IOException {
    Path gone = root.resolve("team.calibration");
    Command.Up up =
        new Command.Up(
            Ports.free(), root.resolve("data"), HERE, NONE, Optional.of(gone.toString()));

    assertThat(new Checks(Map.of()).problems(up))
        .contains(
            "There is no calibration to be read at %s: name it with --calibration FILE, or go back to the shipped one with --calibration shipped."
                .formatted(gone));
  }

  private List<String> problems(int port, ExistingStores existing) throws IOException {
    return problems(port, existing, new DataFolder(root.resolve("data")));
  }

  private static List<String> problems(int port, ExistingStores existing, DataFolder folder)
      throws IOException {
    return new Checks(Map.of())
        .problems(new Command.Up(port, folder.root(), HERE, existing, Optional.empty()));
  }

  /// As somebody who is not root, also where the tests run as root.
  private static List<String> problemsWithoutPrivileges(int port, Path folder) throws Exception {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(
          List.of(
              "setpriv",
              "--bounding-set=-dac_override,-dac_read_search,-net_bind_service",
              "--inh-caps=-all"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Looker.class.getName(),
            Integer.toString(port),
            folder.toString()));
    Process looker = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader said = looker.inputReader()) {
      return said.lines().toList();
    }
  }

  static final class Looker {
    public static void main(String[] arguments) throws Exception {
      problems(Integer.parseInt(arguments[0]), NONE, new DataFolder(Path.of(arguments[1])))
          .forEach(System.out::println);
    }
  }

  static final class Holder {
    public static void main(String[] arguments) throws Exception {
      InstallationLock.tryTake(new DataFolder(Path.of(arguments[0])), "up").orElseThrow();
      System.out.println("held");
      Thread.currentThread().join();
    }
  }
}
