package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.Reading;
import java.util.List;
import java.util.function.Function;

/// Finds the reader for what is to be read.
public final class Readers {

  private Readers() {}

  /// What all files of an upload say, in their order. Use this one: whether a file holds one
  /// question or a list of them is seen from all of them together.
  ///
  /// @param choices what a person told about each file
  public static List<FileReading> read(Upload upload, Function<SourceFile, Choice> choices) {
    return upload.files().stream()
        .map(file -> new FileReading(file, read(file, choices.apply(file))))
        .toList();
  }

  /// What one file says, by itself.
  public static Reading read(SourceFile file, Choice choice) {
    return MarkdownReader.read(file.text(), choice);
  }
}
