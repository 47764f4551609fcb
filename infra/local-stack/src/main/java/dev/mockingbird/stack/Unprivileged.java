package dev.mockingbird.stack;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The user that Elasticsearch runs as: ourselves, or `nobody` when we are root, which it refuses
/// to be.
public final class Unprivileged {

  private static final int NOBODY = 65534;
  private static final boolean ROOT = new UnixSystem().getUid() == 0;

  private Unprivileged() {}

  static List<String> options() {
    return ROOT
        ? List.of("--reuid", "" + NOBODY, "--regid", "" + NOBODY, "--clear-groups")
        : List.of();
  }

  /// The folder on the way to the path that the user cannot enter, or null when it gets through.
  public static @Nullable Path obstacle(Path path) throws IOException {
    if (!ROOT) {
      return null;
    }
    for (Path folder = path.toAbsolutePath().normalize().getParent();
        folder != null;
        folder = folder.getParent()) {
      if (Files.exists(folder)
          && !Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return folder;
      }
    }
    return null;
  }

  /// The original where the user can read it, else a copy.
  static Path readable(Path original, Path copy) throws IOException {
    if (obstacle(original.resolve("bin/elasticsearch")) == null) {
      return original;
    }
    Path versioned = copy.resolve(original.getFileName());
    if (!Files.exists(versioned)) {
      Path partial = copy.resolve("partial");
      deleteTree(partial);
      copyTree(original, partial);
      Files.move(partial, versioned, StandardCopyOption.ATOMIC_MOVE);
    }
    return versioned;
  }

  /// Gives the folder and all in it to the user.
  static void own(Path folder) throws IOException {
    if (!ROOT) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (!Integer.valueOf(NOBODY).equals(uid(path))) {
          Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
          Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.createDirectories(target.getParent());
        Files.copy(
            path, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static @Nullable Object uid(Path path) {
    try {
      return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException _) {
      return null;
    }
  }
}
