package dev.mockingbird.search.bank.export;

import java.io.Writer;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// How the bank is written.
enum ExportFormat {
  MARKDOWN("markdown", "question-bank.md", "text/markdown", MarkdownWriter::new),
  JSON_LINES("jsonl", "question-bank.jsonl", "application/jsonl", JsonLinesWriter::new),
  ANKI("anki", "question-bank.txt", "text/plain", AnkiWriter::new),
  CSV("csv", "question-bank.csv", "text/csv", CsvWriter::new);

  private final String wire;
  private final String file;
  private final String mediaType;
  private final Function<Writer, BankWriter> writer;

  ExportFormat(String wire, String file, String mediaType, Function<Writer, BankWriter> writer) {
    this.wire = wire;
    this.file = file;
    this.mediaType = mediaType;
    this.writer = writer;
  }

  static Optional<ExportFormat> of(String wire) {
    return Stream.of(values()).filter(it -> it.wire.equals(wire)).findFirst();
  }

  String file() {
    return file;
  }

  String mediaType() {
    return mediaType;
  }

  BankWriter to(Writer out) {
    return writer.apply(out);
  }
}
