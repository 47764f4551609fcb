package dev.mockingbird.benchmarks.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the kernel counts for a process (Linux).
public record ProcessFigures(long pid) {

  /// Field 14 of the line, the eleventh after the name; the system's time follows.
  private static final int UTIME = 11;

  /// Linux shows time in hundredths of a second, whatever its own clock is.
  private static final long NANOS_A_TICK = 10_000_000;

  /// Time on a core, also of threads that have ended.
  public long cpuNanos() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The second field is the program's name in brackets, which may hold blanks.
      String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(afterName[UTIME]) + Long.parseLong(afterName[UTIME + 1]);
      return ticks * NANOS_A_TICK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
