package dev.mockingbird.stack;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A server's output: `NAME.log` is the current run, `NAME.1.log` to `NAME.3.log` the ones before.
public record ServerLog(Path file) {

  private static final int KEPT = 3;
  private static final int TAIL_BYTES = 65_536;

  public static ServerLog at(Path file) {
    return new ServerLog(file);
  }

  void rotate() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    for (int n = KEPT; n > 0; n--) {
      Path newer = n == 1 ? file : older(n - 1);
      if (Files.exists(newer)) {
        Files.move(newer, older(n), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  public boolean contains(String text) {
    return text().contains(text);
  }

  public List<String> lastLines(int count) {
    List<String> lines = tail().lines().toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }

  private String tail() {
    try (var channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - TAIL_BYTES));
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }

  private String text() {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }

  private Path older(int n) {
    return file.resolveSibling(
        file.getFileName().toString().replaceFirst("\\.log$", "") + "." + n + ".log");
  }
}
