package dev.mockingbird.search.bank.shell;

import dev.mockingbird.search.bank.door.NamedBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The named files, and all files of the named folders with their paths within them. Links inside a
/// folder are not followed.
final class HandedIn {

  private HandedIn() {}

  static List<NamedBytes> of(List<Path> paths) throws IOException {
    List<NamedBytes> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.walk(path)) {
          inside
              .filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .map(file -> named(path.relativize(file).toString(), file))
              .forEach(files::add);
        }
      } else if (Files.exists(path)) {
        files.add(named(String.valueOf(path.getFileName()), path));
      } else {
        throw new NoSuchFileException(path.toString());
      }
    }
    return files;
  }

  private static NamedBytes named(String name, Path file) {
    return new NamedBytes(name, () -> Files.newInputStream(file));
  }
}
