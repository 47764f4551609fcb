package dev.mockingbird.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

  @TempDir Path folder;

  @Test
  void startsAnewUnderTheHandsOfItsWriter() throws IOException {
    Path file = folder.resolve("kafka.log");
    ServerLog log = ServerLog.at(file);
    try (OutputStream writer =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int part = 1; part <= 6; part++) {
        writer.write(("part " + part + "\n").getBytes(StandardCharsets.UTF_8));
        log.limit(3);
      }
      writer.write("end".getBytes(StandardCharsets.UTF_8));
      log.limit(3);
    }

    assertThat(file).hasContent("end");
    assertThat(folder.resolve("kafka.1.log")).hasContent("part 6");
    assertThat(folder.resolve("kafka.3.log")).hasContent("part 4");
    assertThat(folder.resolve("kafka.4.log")).doesNotExist();
  }
}
