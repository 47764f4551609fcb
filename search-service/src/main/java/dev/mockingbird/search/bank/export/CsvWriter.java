package dev.mockingbird.search.bank.export;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.door.Column;
import dev.mockingbird.search.bank.door.Neutral;
import dev.mockingbird.search.bank.reading.MetadataComment;
import dev.mockingbird.search.bank.reading.Quoted;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table for spreadsheets: nothing in it is run as a formula, and it comes back equal.
final class CsvWriter implements BankWriter {

  /// Without it spreadsheets take UTF-8 for something else.
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final Writer out;
  private final de.siegmar.fastcsv.writer.CsvWriter csv;

  CsvWriter(Writer out) {
    this.out = out;
    this.csv = de.siegmar.fastcsv.writer.CsvWriter.builder().bufferSize(0).build(out);
  }

  @Override
  public void begin() throws IOException {
    out.write(BYTE_ORDER_MARK);
    csv.writeRecord(Column.exported().map(Column::header).toList());
  }

  @Override
  public void write(Question question) {
    csv.writeRecord(Column.exported().map(column -> Neutral.of(cell(column, question))).toList());
  }

  private static String cell(Column column, Question question) {
    QuestionSnapshot content = question.content();
    StaffMaterial staff = question.staff();
    return switch (column) {
      case ID -> content.id();
      case TITLE -> text(content.title());
      case BODY -> text(content.body());
      case REFERENCE -> text(staff.reference());
      case TOPIC -> text(content.topic());
      case FURTHER_TOPICS -> MetadataComment.list(question.filing().furtherTopics());
      case TAGS -> MetadataComment.list(content.tags());
      case DIFFICULTY -> content.difficulty().name().toLowerCase(Locale.ROOT);
      case MINUTES -> Integer.toString(content.minutes());
      case LANGUAGE -> content.language() == Language.CHINESE ? "zh" : "en";
      case KEY_POINTS -> lines(staff.keyPoints().stream().map(CsvWriter::weighted));
      case HINTS -> lines(staff.hints());
      case RUBRIC -> lines(staff.rubric());
      case FOLLOW_UPS -> lines(staff.followUps());
      case SOURCES -> lines(staff.sources());
      case TRANSLATION -> text(Objects.requireNonNullElse(question.translationKey(), ""));
      case SOURCE -> text(Objects.requireNonNullElse(question.filing().source(), ""));
      case KEY, NUMBER -> "";
    };
  }

  private static String text(String text) {
    return Quoted.sturdy(text) && !text.startsWith("\"") ? text : Quoted.of(text);
  }

  private static String weighted(KeyPoint point) {
    return Quoted.line(point.text()) + " (weight " + point.weight() + ")";
  }

  private static String lines(List<String> entries) {
    return lines(entries.stream().map(Quoted::line));
  }

  private static String lines(Stream<String> entries) {
    return entries.collect(Collectors.joining("\n"));
  }
}
