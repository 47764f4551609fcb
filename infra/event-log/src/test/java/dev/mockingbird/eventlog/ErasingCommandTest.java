package dev.mockingbird.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasingCommandTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void saysWhichAddressesAreMissing() {
    assertThat(run(Map.of("MOCKINGBIRD_REDIS_URL", "redis://127.0.0.1:1"))).isEqualTo(2);

    assertThat(said()).contains("MOCKINGBIRD_INSTALLATION_KEY_FILE");
  }

  @Test
  void saysWhatToDoWhenRedisIsAway(@TempDir Path folder) throws IOException {
    Path keyFile =
        Files.writeString(
            folder.resolve("installation.key"), Base64.getEncoder().encodeToString(new byte[32]));

    int result =
        run(
            Map.of(
                "MOCKINGBIRD_REDIS_URL",
                "redis://127.0.0.1:1",
                "MOCKINGBIRD_INSTALLATION_KEY_FILE",
                keyFile.toString()));

    assertThat(result).isEqualTo(1);
    assertThat(said()).contains("the erasure may not be complete: start Mockingbird and run");
  }

  private int run(Map<String, String> environment) {
    return ErasingCommand.run(
        "erasure",
        environment,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        (_, _) -> {
          throw new AssertionError("Nothing can be done");
        });
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
