package dev.mockingbird.stack;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A server's output: `NAME.log` is what it says now, `NAME.1.log` to `NAME.3.log` what it said
/// before; a start begins a new one, and so does one that has grown too large.
public record ServerLog(Path file) {

  private static final int KEPT = 3;
  private static final int TAIL_BYTES = 65_536;

  public static ServerLog at(Path file) {
    return new ServerLog(file);
  }

  void rotate() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    makeRoom();
    if (Files.exists(file)) {
      Files.move(file, older(1), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Begins a new file under the hands of a running server, which appends to this one. A line that
  /// it writes between the copy and the cut is lost.
  public void limit(long bytes) throws IOException {
    if (Files.exists(file) && Files.size(file) > bytes) {
      makeRoom();
      Files.copy(file, older(1), StandardCopyOption.REPLACE_EXISTING);
      FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
          .close();
    }
  }

  private void makeRoom() throws IOException {
    for (int n = KEPT; n > 1; n--) {
      if (Files.exists(older(n - 1))) {
        Files.move(older(n - 1), older(n), StandardCopyOption.REPLACE_EXISTING);
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
