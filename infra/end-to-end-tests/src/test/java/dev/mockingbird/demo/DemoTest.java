package dev.mockingbird.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoTest {

  @Test
  void playsOnTheInstallationItWasStartedFor() {
    Map<String, String> environment = Map.of("MOCKINGBIRD_PUBLIC_URL", "http://localhost:9000");
    assertThat(Options.parse(new String[] {}, environment).url())
        .isEqualTo(URI.create("http://localhost:9000"));
    assertThat(Options.parse(new String[] {"--url", "http://other:1/"}, environment).url())
        .isEqualTo(URI.create("http://other:1"));
  }

  @Test
  void saysAtOnceThatNobodyIsThere() throws IOException {
    int nobody;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = taken.getLocalPort();
    }
    String url = "http://127.0.0.1:" + nobody;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream screen = new PrintStream(err, true, StandardCharsets.UTF_8);
    long begun = System.nanoTime();

    int exit = Demo.run(new String[] {"--url", url}, screen, screen);

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("\"find the installation\" failed: nobody answers at " + url);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Person.PATIENCE);
  }
}
