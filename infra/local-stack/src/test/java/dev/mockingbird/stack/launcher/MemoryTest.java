package dev.mockingbird.stack.launcher;

import static dev.mockingbird.stack.launcher.Memory.MEBIBYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

  @TempDir Path root;
  private Path meminfo;

  @BeforeEach
  void machineOfEightGibibytes() throws IOException {
    meminfo =
        Files.writeString(
            root.resolve("meminfo"),
            """
            MemTotal:        8388608 kB
            MemFree:          102400 kB
            MemAvailable:    4194304 kB
            """);
  }

  @Test
  void isTheMachinesWhereNothingLimitsIt() throws IOException {
    assertThat(Memory.read(meminfo, root))
        .isEqualTo(new Memory(8_192 * MEBIBYTE, 4_096 * MEBIBYTE));
    Files.writeString(root.resolve("memory.max"), "max\n");
    Files.writeString(root.resolve("memory.current"), "1\n");
    assertThat(Memory.read(meminfo, root).total()).isEqualTo(8_192 * MEBIBYTE);
  }

  @Test
  void isWhatAContainerLeavesWithItsFileCache() throws IOException {
    Files.writeString(root.resolve("memory.max"), 3_000 * MEBIBYTE + "\n");
    Files.writeString(root.resolve("memory.current"), 2_900 * MEBIBYTE + "\n");
    Files.writeString(
        root.resolve("memory.stat"), "anon 1\ninactive_file " + 2_000 * MEBIBYTE + "\n");
    assertThat(Memory.read(meminfo, root))
        .isEqualTo(new Memory(3_000 * MEBIBYTE, 2_100 * MEBIBYTE));
  }

  @Test
  void redisMayHoldAnEighthAndIsNeverStarved() {
    assertThat(new Memory(8_192 * MEBIBYTE, 0).limitForRedis()).isEqualTo("1024mb");
    assertThat(new Memory(1_000 * MEBIBYTE, 0).limitForRedis()).isEqualTo("256mb");
  }
}
