package dev.mockingbird.search.bank.door;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows and their lines, with the sign between the fields found from the rows themselves.
///
/// @param unclosedQuote line of a quotation mark that nothing closes; then quotation marks mean
///   nothing in the whole file
record Table(List<Row> rows, @Nullable Integer unclosedQuote) {

  /// @param line on which it begins
  record Row(int line, List<String> fields) {

    boolean isEmpty() {
      return fields.stream().allMatch(String::isBlank);
    }

    String field(int column) {
      return column < fields.size() ? fields.get(column) : "";
    }

    /// Where a field stands: those before it may have lines of their own.
    Lines lines(int column) {
      int from = line;
      for (int i = 0; i < column; i++) {
        from += breaks(fields.get(i));
      }
      return new Lines(from, from + breaks(fields.get(column)));
    }

    private static int breaks(String field) {
      return (int) field.chars().filter(c -> c == '\n').count();
    }
  }

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|', '，', '；');

  /// No text has them: without quotation marks, or without a sign between fields.
  private static final char NO_QUOTE = '\u0001';

  private static final char NO_SEPARATOR = '\u0002';

  private static final int SAMPLE_ROWS = 60;
  private static final int SAMPLE = 200_000;
  private static final double REGULAR = 0.6;
  private static final String SEPARATOR_LINE = "sep=";

  static Table of(String text, Format format) {
    int skip = text.regionMatches(true, 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length()) ? 1 : 0;
    int start = skip == 0 ? 0 : text.indexOf('\n') + 1;
    if (skip == 1 && start == 0) {
      return new Table(List.of(), null);
    }
    String rest = text.substring(start);
    char separator =
        skip == 1 && text.charAt(SEPARATOR_LINE.length()) != '\n'
            ? text.charAt(SEPARATOR_LINE.length())
            : separator(rest, format);
    return of(rest, separator, skip);
  }

  /// @param before lines that stand before the text
  static Table of(String text, char separator, int before) {
    try {
      return new Table(rows(text, separator, '"', false, Integer.MAX_VALUE, before), null);
    } catch (CsvParseException _) {
      List<Row> rows = rows(text, separator, '"', true, Integer.MAX_VALUE, before);
      int line = rows.isEmpty() ? 1 : rows.getLast().line();
      return new Table(rows(text, separator, NO_QUOTE, true, Integer.MAX_VALUE, before), line);
    }
  }

  private static List<Row> rows(
      String text, char separator, char quote, boolean lenient, int limit, int before) {
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .quoteCharacter(quote)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .allowUnclosedQuote(lenient)
            .trimWhitespacesAroundQuotes(false)
            .ofCsvRecord(text);
    List<Row> rows = new ArrayList<>();
    for (CsvRecord row : reader) {
      rows.add(new Row((int) row.getStartingLineNumber() + before, row.getFields()));
      if (rows.size() > Reading.MOST_ITEMS) {
        throw new Unreadable(Unreadable.Code.TOO_MANY_ITEMS, rows.getLast().line());
      }
      if (rows.size() >= limit) {
        break;
      }
    }
    return rows;
  }

  /// The sign that gives the most regular rows; of equals the one whose first row names columns,
  /// then the one that gives more fields.
  private static char separator(String text, Format format) {
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    List<Found> found =
        SEPARATORS.stream()
            .map(sign -> Found.of(sign, rows(sample, sign, '"', true, SAMPLE_ROWS, 0)))
            .filter(it -> it.heads() || (it.fields() > 1 && it.regularity() >= REGULAR))
            .toList();
    return found.stream()
        .max(
            Comparator.comparing(Found::heads)
                .thenComparing(it -> format == Format.TSV && it.separator() == '\t')
                .thenComparing(Found::regularity)
                .thenComparing(Found::fields))
        .map(Found::separator)
        .orElse(format == Format.TSV ? '\t' : NO_SEPARATOR);
  }

  /// @param fields how many most rows have
  /// @param regularity the share of those rows
  private record Found(char separator, boolean heads, int fields, double regularity) {

    static Found of(char separator, List<Row> rows) {
      Map<Integer, Integer> counts = new HashMap<>();
      rows.forEach(row -> counts.merge(row.fields().size(), 1, Integer::sum));
      int most =
          counts.entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey)
              .orElse(0);
      return new Found(
          separator,
          !rows.isEmpty() && Column.headsTable(rows.getFirst().fields()),
          most,
          rows.isEmpty() ? 0 : (double) counts.getOrDefault(most, 0) / rows.size());
    }
  }
}
