package dev.mockingbird.stack.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.mockingbird.stack.ChildProcess;
import dev.mockingbird.stack.Ports;
import dev.mockingbird.stack.Server;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final Supervisor supervisor =
      new Supervisor(new Console(new PrintStream(screen, true, UTF_8), false, System::nanoTime));

  @TempDir Path folder;

  @AfterEach
  void release() {
    supervisor.release();
  }

  @Test
  void startsAgainWhatWasKilledAndNamesIt() throws IOException {
    try (FakeService service = new FakeService("serve", Ports.free(), folder)) {
      supervisor.start(service);
      service.kill();

      await().until(() -> screen.toString(UTF_8).contains("restarted"));
      assertThat(service.isReady()).isTrue();
      assertThat(screen.toString(UTF_8))
          .contains(
              "! fake-service ended by itself (exit code 137). Its last lines:",
              "    | serving on " + service.port());
      supervisor.release();
    }
  }

  @Test
  void leavesAloneWhatWasStoppedOnPurpose() throws IOException {
    FakeService service = new FakeService("serve", Ports.free(), folder);
    supervisor.start(service);
    supervisor.release();
    service.stop();
    assertThat(service.isAlive()).isFalse();
    assertThat(screen.toString(UTF_8)).doesNotContain("ended by itself");
  }

  @Test
  void keepsTheLogOfATalkativeServiceSmallWhileItRuns() throws IOException {
    try (FakeService service = new FakeService("talk", Ports.free(), folder)) {
      supervisor.start(service);
      assertThat(Files.size(service.log().file())).isGreaterThan(10_000_000);
      supervisor.limitLogs();

      assertThat(Files.size(service.log().file())).isLessThan(1_000_000);
      assertThat(Files.size(folder.resolve("fake-service.1.log"))).isGreaterThan(10_000_000);
      assertThat(service.isReady()).isTrue();
      supervisor.release();
    }
  }

  @Test
  void saysWhatAServiceSaidThatCannotStart() {
    FakeService service = new FakeService("fail", Ports.free(), folder);
    assertThatThrownBy(() -> supervisor.start(service))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("fake-service ended while starting")
        .hasMessageContaining("no configuration");
  }

  /// A server of a few lines in a JVM of its own.
  private static final class FakeService extends Server {

    private final String behaviour;
    private final Path folder;

    FakeService(String behaviour, int port, Path folder) {
      super("fake-service", port, folder.resolve("fake-service.log"));
      this.behaviour = behaviour;
      this.folder = folder;
    }

    @Override
    protected ChildProcess.Launch prepare() {
      String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
      String classes = Path.of("target/test-classes").toAbsolutePath().toString();
      List<String> command =
          List.of(java, "-cp", classes, FakeMain.class.getName(), behaviour, "" + port());
      return new ChildProcess.Launch(command, Map.of(), folder, log().file());
    }

    @Override
    protected boolean answers() throws IOException {
      try (Socket socket = new Socket("127.0.0.1", port())) {
        return socket.isConnected();
      }
    }
  }

  static final class FakeMain {
    public static void main(String[] arguments) throws IOException {
      if (arguments[0].equals("fail")) {
        System.err.println("no configuration");
        System.exit(3);
      }
      if (arguments[0].equals("talk")) {
        System.out.println("and another thing ".repeat(1_000_000));
      }
      int port = Integer.parseInt(arguments[1]);
      System.out.println("serving on " + port);
      HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0).start();
    }
  }
}
