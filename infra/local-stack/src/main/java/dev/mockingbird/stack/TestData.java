package dev.mockingbird.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/// Data folders for tests, in the temporary folder and gone with this JVM.
final class TestData {

  private static final Path ROOT = createRoot();

  private TestData() {}

  static Path newFolder(String name) {
    try {
      Path folder = Files.createTempDirectory(ROOT, name + "-");
      // Elasticsearch's unprivileged user has to get through to its own folder.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path createRoot() {
    try {
      Path root = Files.createTempDirectory("mockingbird-test-");
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
      ChildProcess.afterLastStop(() -> delete(root));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException _) {
      // A dying server may still write; what is left lies in the temporary folder.
    }
  }
}
