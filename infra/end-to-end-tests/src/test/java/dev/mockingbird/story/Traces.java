package dev.mockingbird.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Finds words in files of any kind, as somebody would who reads the disk.
final class Traces {

  private Traces() {}

  /// `WORD in FILE` for each that is there.
  static List<String> of(List<String> words, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(
              file -> {
                String content = content(file);
                return words.stream().filter(content::contains).map(word -> word + " in " + file);
              })
          .toList();
    }
  }

  /// A byte is a character, so that nothing is lost to decoding.
  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (java.nio.file.NoSuchFileException _) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
