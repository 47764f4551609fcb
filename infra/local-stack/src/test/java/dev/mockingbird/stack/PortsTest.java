package dev.mockingbird.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void seesThatSomebodyListens() throws IOException {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(listening.getLocalPort())).isFalse();
    }
  }

  @Test
  void staysFreeWhileOtherProcessesAreStarted() {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> started =
        CompletableFuture.supplyAsync(
            () -> {
              int count = 0;
              while (!over.get()) {
                count += run("true");
              }
              return count;
            });
    int port = Ports.free();
    int taken = 0;
    for (int i = 0; i < 2_000; i++) {
      taken += Ports.isFree(port) ? 0 : 1;
    }
    over.set(true);

    assertThat(started.join()).isPositive();
    assertThat(taken).isZero();
  }

  private static int run(String program) {
    try {
      return new ProcessBuilder(program).start().waitFor() == 0 ? 1 : 0;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
