package dev.mockingbird.stack.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final AtomicLong now = new AtomicLong();

  @Test
  void showsOnATerminalWhatGoesOnAndClearsItAway() {
    Console console = console(true);
    long begun = console.begin("kafka");
    assertThat(seen()).endsWith("  … kafka 0 s");

    now.addAndGet(1_200_000_000);
    console.begin("redis");
    assertThat(seen()).endsWith("  … kafka 1 s, redis 0 s");
    console.done("kafka", "kafka", "ready", begun);
    console.quiet();

    assertThat(seen().lines().toList()).containsOnlyOnce("  kafka              ready       1.2 s");
    assertThat(seen()).endsWith("\r\033[K");
  }

  @Test
  void writesLinesAndNothingElseIntoAFile() {
    Console console = console(false);
    long begun = console.begin("kafka");
    console.say("hello");
    console.done("kafka", "kafka", "ready", begun);
    assertThat(seen()).isEqualTo("hello\n  kafka              ready       0.0 s\n");
  }

  private Console console(boolean terminal) {
    return new Console(new PrintStream(screen, true, UTF_8), terminal, now::get);
  }

  /// Without what was drawn over.
  private String seen() {
    return screen.toString(UTF_8).replaceAll("(?m)^.*\r\033\\[K(?=.)", "");
  }
}
