package dev.mockingbird.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file system of a few megabytes that can be filled to the last byte: a mounted tmpfs, so only
/// root can have one.
final class SmallDisk implements AutoCloseable {

  private static final String SIZE = "64m";

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static boolean isPossible() {
    return "root".equals(System.getProperty("user.name"));
  }

  static SmallDisk mount() throws IOException {
    Path folder = Files.createTempDirectory("mockingbird-small-disk-");
    run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString());
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  static void fill(Path file) throws IOException {
    byte[] piece = new byte[4096];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(piece);
      }
    } catch (IOException _) {
      // Full, as it was meant to be.
    }
    if (!Files.exists(file)) {
      throw new IOException(file + " could not be written");
    }
  }

  private static void run(String... command) throws IOException {
    try {
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IOException(String.join(" ", command) + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    run("umount", folder.toString());
    Files.delete(folder);
  }
}
