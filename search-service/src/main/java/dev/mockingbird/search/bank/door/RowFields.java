package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ImportWarning.Code;
import dev.mockingbird.search.bank.reading.MetadataComment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The cells of one row beside its question.
///
/// @param warnings are added to
record RowFields(Table.Row row, Columns columns, List<ImportWarning> warnings) {

  /// @param topic of the rows above, for one that names none itself
  void fill(Draft draft, String topic) {
    draft.body = joined(text(Column.BODY), options());
    draft.reference = columns.own() ? text(Column.REFERENCE) : answer();
    draft.topic(text(Column.TOPIC).isEmpty() ? topic : text(Column.TOPIC));
    draft.furtherTopics = words(Column.FURTHER_TOPICS);
    draft.tags = words(Column.TAGS);
    draft.keyPoints = entries(Column.KEY_POINTS, Values::weighted);
    draft.hints = entries(Column.HINTS, Values::entry);
    draft.rubric = entries(Column.RUBRIC, Values::entry);
    draft.followUps = entries(Column.FOLLOW_UPS, Values::entry);
    draft.sources = entries(Column.SOURCES, Values::entry);
    draft.language = understood(Column.LANGUAGE, Values::language);
    draft.difficulty = understood(Column.DIFFICULTY, Values::difficulty);
    draft.minutes = understood(Column.MINUTES, Values::minutes);
    draft.id = columns.own() ? one(Column.ID) : null;
    draft.translation = columns.own() ? one(Column.TRANSLATION) : null;
    draft.source = columns.own() ? one(Column.SOURCE) : null;
    draft.key = one(Column.KEY);
  }

  private String cell(Column column) {
    Integer place = columns.places().get(column);
    String cell = place == null ? "" : row.field(place);
    return columns.own() ? Neutral.read(cell) : cell;
  }

  private String text(Column column) {
    return columns.own() ? Values.entry(cell(column)) : cell(column).strip();
  }

  private String answer() {
    String answer = text(Column.REFERENCE);
    if (!answer.isEmpty() && Values.isPlaceholder(answer)) {
      warnings.add(ImportWarning.of(row.line(), Code.EMPTY_ANSWER));
      return "";
    }
    return answer;
  }

  private @Nullable String one(Column column) {
    String text = text(column);
    return text.isEmpty() ? null : text;
  }

  private List<String> words(Column column) {
    return columns.own() ? MetadataComment.list(cell(column)) : Values.words(cell(column));
  }

  private <T> List<T> entries(Column column, Function<String, T> entry) {
    return (columns.own() ? cell(column).lines().toList() : Values.lines(cell(column)))
        .stream().map(entry).toList();
  }

  private <T> @Nullable T understood(Column column, Function<String, Optional<T>> reader) {
    String cell = text(column);
    Optional<T> value = reader.apply(cell);
    if (value.isEmpty() && !cell.isEmpty()) {
      warnings.add(
          ImportWarning.of(
              row.line(), Code.FIELD_NOT_UNDERSTOOD, column.header(), TableReader.shortened(cell)));
    }
    return value.orElse(null);
  }

  private String options() {
    return columns.options().entrySet().stream()
        .filter(option -> !row.field(option.getValue()).isBlank())
        .map(option -> "- " + option.getKey() + ". " + row.field(option.getValue()).strip())
        .collect(Collectors.joining("\n"));
  }

  private static String joined(String above, String below) {
    return above.isEmpty() || below.isEmpty() ? above + below : above + "\n\n" + below;
  }
}
