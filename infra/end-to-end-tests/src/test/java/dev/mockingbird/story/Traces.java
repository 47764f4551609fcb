package dev.mockingbird.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds words in files of any kind, as somebody would who reads the disk. A store that runs takes
/// files away meanwhile; those hold nothing any more.
final class Traces extends SimpleFileVisitor<Path> {

  private final List<String> words;
  private final List<String> found = new ArrayList<>();

  private Traces(List<String> words) {
    this.words = words;
  }

  /// `WORD in FILE` for each that is there.
  static List<String> of(List<String> words, Path folder) throws IOException {
    Traces traces = new Traces(words);
    Files.walkFileTree(folder, traces);
    return traces.found;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isRegularFile()) {
      try {
        // A byte is a character, so that nothing is lost to decoding.
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        words.stream().filter(content::contains).forEach(it -> found.add(it + " in " + file));
      } catch (NoSuchFileException e) {
        return visitFileFailed(file, e);
      }
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
      throws IOException {
    if (e == null || e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }
}
