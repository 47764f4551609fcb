package dev.mockingbird.scoring.shell;

import dev.mockingbird.scoring.trial.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a command reads.
final class Input {

  private Input() {}

  /// @param file null: the standard input
  static Lines open(@Nullable Path file) throws Trouble {
    if (file == null) {
      return new Lines(System.in);
    }
    if (Files.isDirectory(file)) {
      throw new Trouble(file + " is a folder; name a file of JSON Lines.");
    }
    if (!Files.exists(file)) {
      throw new Trouble("There is no " + file + ".");
    }
    try {
      return new Lines(Files.newInputStream(file));
    } catch (IOException e) {
      throw new Trouble("Nothing lets you read " + file + ".");
    }
  }
}
