package dev.mockingbird.stack.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this machine has and what is left of it, in bytes; a container may give us less.
record Memory(long total, long available) {

  static final long MEBIBYTE = 1L << 20;

  private static final long LEAST_FOR_REDIS = 256 * MEBIBYTE;

  static Memory ofThisMachine() throws IOException {
    return read(Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup"));
  }

  static Memory read(Path meminfo, Path cgroup) throws IOException {
    Memory machine =
        new Memory(kibibytes(meminfo, "MemTotal:"), kibibytes(meminfo, "MemAvailable:"));
    Path limit = cgroup.resolve("memory.max");
    Path used = cgroup.resolve("memory.current");
    if (!Files.isReadable(limit)
        || !Files.isReadable(used)
        || Files.readString(limit).startsWith("max")) {
      return machine;
    }
    long total = number(Files.readString(limit));
    // File cache counts as used, and is given up as soon as somebody needs it.
    long cache = value(cgroup.resolve("memory.stat"), "inactive_file ");
    long left = total - number(Files.readString(used)) + cache;
    return new Memory(Math.min(machine.total, total), Math.min(machine.available, left));
  }

  /// Redis may hold an eighth, as Redis writes it. Below that mark new interviews are refused and
  /// running ones go on; without a limit the kernel would kill something instead.
  String limitForRedis() {
    return Math.max(LEAST_FOR_REDIS, total / 8) / MEBIBYTE + "mb";
  }

  private static long kibibytes(Path file, String name) throws IOException {
    return value(file, name) * 1024;
  }

  private static long value(Path file, String name) throws IOException {
    if (Files.isReadable(file)) {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(name)) {
          return number(line);
        }
      }
    }
    return 0;
  }

  private static long number(String text) {
    return Long.parseLong(text.replaceAll("\\D", ""));
  }
}
