package dev.mockingbird.benchmarks.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What the kernel counts for a process (Linux).
public record ProcessFigures(long pid) {

  /// Time on a core, of all threads that live.
  public long cpuNanos() {
    long nanos = 0;
    try (DirectoryStream<Path> tasks =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path task : tasks) {
        nanos += nanosOf(task);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nanos;
  }

  /// A thread may end while it is looked at.
  private static long nanosOf(Path task) throws IOException {
    try {
      String line = Files.readString(task.resolve("schedstat"));
      return Long.parseLong(line.substring(0, line.indexOf(' ')));
    } catch (NoSuchFileException _) {
      return 0;
    }
  }

  public long residentKilobytes() {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
