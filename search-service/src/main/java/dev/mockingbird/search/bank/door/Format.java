package dev.mockingbird.search.bank.door;

/// What the text of a file is written in.
public enum Format {
  MARKDOWN,
  CSV,
  TSV,
  /// One question per line, or an array of them, as `question.schema.json` says.
  JSON_LINES,
  /// Notes exported from Anki as plain text.
  ANKI
}
