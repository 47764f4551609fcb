package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ImportWarning.Code;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.MetadataComment;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import dev.mockingbird.search.bank.reading.ShapeOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads CSV and TSV: a row is a question, and its header or its content tells what each column is.
final class TableReader {

  private static final double HEADED = 0.98;
  private static final double GUESSED_COLUMN = 0.65;
  private static final double HEADLESS_AND_ASKING = 0.75;
  private static final double HEADLESS = 0.5;
  private static final double ASKING = 0.8;
  private static final double IRREGULAR = 0.9;
  private static final Pattern NUMBER = Pattern.compile("^\\s*\\d{1,4}\\s*[.、)）:：]\\s*(?=\\D)");

  private final Choice choice;
  private final Table table;
  private final Columns columns;
  private final boolean numbered;
  private final List<ReadItem> items = new ArrayList<>();
  private final List<ImportWarning> warnings = new ArrayList<>();
  private final Marks marks;
  private String topic = "";

  private TableReader(String text, Table table, Choice choice) {
    this.choice = choice;
    this.table = table;
    this.columns = Columns.of(table.rows(), choice.shape());
    this.marks = new Marks(text);
    this.numbered =
        rows().stream()
            .map(row -> row.field(columns.title()))
            .filter(title -> !title.isBlank())
            .allMatch(title -> NUMBER.matcher(title).find());
  }

  static Reading read(SourceFile file, Choice choice) {
    Table table = Table.of(file.text(), file.format());
    if (table.rows().isEmpty()) {
      return Marks.nothing(file.text(), "column-1");
    }
    return new TableReader(file.text(), table, choice).reading();
  }

  private List<Table.Row> rows() {
    return table.rows().subList(columns.header() ? 1 : 0, table.rows().size());
  }

  private Reading reading() {
    if (columns.header()) {
      marks.add(table.rows().getFirst().line(), Role.IGNORED, null, Reason.of("mark.header"));
      columns
          .unknown()
          .values()
          .forEach(
              name ->
                  warnings.add(
                      ImportWarning.of(
                          table.rows().getFirst().line(), Code.COLUMN_NOT_USED, name)));
    } else {
      warnings.add(ImportWarning.of(1, Code.NO_HEADER));
    }
    if (table.unclosedQuote() != null) {
      warnings.add(ImportWarning.of(table.unclosedQuote(), Code.QUOTE_NOT_CLOSED));
    }
    rows().forEach(this::row);
    if (items.isEmpty()) {
      warnings.add(ImportWarning.of(1, Code.NO_QUESTIONS));
    }
    return new Reading(
        columns.shape(), shapes(), confidence(), because(), items, marks.all(), sorted(warnings));
  }

  private static List<ImportWarning> sorted(List<ImportWarning> warnings) {
    return warnings.stream().sorted(Comparator.comparingInt(ImportWarning::line)).toList();
  }

  private void row(Table.Row row) {
    Role told = choice.roles().get(row.line());
    String title = title(row);
    if (told == Role.IGNORED) {
      marks.add(row.line(), Role.IGNORED, null, Reason.of("mark.told"));
    } else if (told == Role.TOPIC) {
      topic = title;
      marks.add(row.line(), Role.TOPIC, null, Reason.of("mark.told"));
    } else if (title.isBlank()) {
      marks.add(row.line(), Role.IGNORED, null, Reason.of("mark.no-question"));
      warnings.add(ImportWarning.of(row.line(), Code.EMPTY_ITEM));
    } else {
      item(row, title);
    }
  }

  private void item(Table.Row row, String title) {
    Draft draft = new Draft();
    draft.title = title;
    new Fields(row).fill(draft);
    String key = Integer.toString(row.line());
    int places = row.fields().size();
    Integer answer = columns.places().get(Column.REFERENCE);
    List<Lines> answerLines =
        answer == null || answer >= places ? List.of() : List.of(row.lines(answer));
    items.add(
        draft.item(
            key,
            row.line(),
            answerLines,
            choice.language(),
            Reason.of("item.table-row", titleName())));
    if (places > table.rows().getFirst().fields().size() && columns.header()) {
      warnings.add(
          ImportWarning.of(
              row.line(), Code.SURPLUS_FIELDS, places - table.rows().getFirst().fields().size()));
    }
    marks(row, key);
  }

  /// Lines that several fields share count as the question's, then as the answer's.
  private void marks(Table.Row row, String key) {
    Reason reason = Reason.of("mark.row");
    List<Role> roles = new ArrayList<>();
    for (int place = 0; place < row.fields().size(); place++) {
      Lines lines = row.lines(place);
      Role role = role(place);
      for (int line = lines.from(); line <= lines.to(); line++) {
        int index = line - row.line();
        if (index == roles.size()) {
          roles.add(role);
        } else if (rank(role) < rank(roles.get(index))) {
          roles.set(index, role);
        }
      }
    }
    for (int i = 0; i < roles.size(); i++) {
      marks.add(row.line() + i, roles.get(i), key, reason);
    }
  }

  private Role role(int place) {
    if (columns.options().containsValue(place)) {
      return Role.BODY;
    }
    return columns
        .at(place)
        .map(
            column ->
                switch (column) {
                  case TITLE -> Role.QUESTION;
                  case BODY -> Role.BODY;
                  case REFERENCE -> Role.ANSWER;
                  default -> Role.DETAIL;
                })
        .orElse(Role.DETAIL);
  }

  private static int rank(Role role) {
    return switch (role) {
      case QUESTION -> 0;
      case ANSWER -> 1;
      case BODY -> 2;
      case DETAIL -> 3;
      case TOPIC, REQUIREMENT, IGNORED -> 4;
    };
  }

  private String title(Table.Row row) {
    String title = row.field(columns.title());
    if (columns.own()) {
      return Values.entry(Neutral.read(title));
    }
    String bare = numbered ? NUMBER.matcher(title).replaceFirst("") : title;
    return bare.strip().lines().map(String::strip).collect(Collectors.joining(" "));
  }

  private String titleName() {
    return columns.header()
        ? table.rows().getFirst().field(columns.title()).strip()
        : Integer.toString(columns.title() + 1);
  }

  private double confidence() {
    List<Table.Row> rows = rows();
    double asking = Columns.asking(rows, columns.title());
    boolean named = Column.named(titleName()).filter(Column.TITLE::equals).isPresent();
    double sure =
        columns.own() || choice.shape() != null
            ? HEADED
            : columns.header()
                ? named ? HEADED : GUESSED_COLUMN
                : asking >= ASKING ? HEADLESS_AND_ASKING : HEADLESS;
    return table.unclosedQuote() == null ? sure : Math.min(sure, Reading.SURE) * IRREGULAR;
  }

  private List<Reason> because() {
    return List.of(
        columns.own()
            ? Reason.of("shape.own-table")
            : columns.header()
                ? Reason.of("shape.headed-table", titleName())
                : Reason.of("shape.table-without-header", titleName()));
  }

  private List<ShapeOption> shapes() {
    int width = table.rows().stream().limit(200).mapToInt(it -> it.fields().size()).max().orElse(1);
    Table.Row example = rows().isEmpty() ? table.rows().getFirst() : rows().getFirst();
    return IntStream.concat(
            IntStream.of(columns.title()),
            IntStream.range(0, width).filter(i -> i != columns.title()))
        .mapToObj(
            i ->
                new ShapeOption(
                    Columns.shape(i),
                    example.line(),
                    shortened(example.field(i)),
                    (int) rows().stream().filter(row -> !row.field(i).isBlank()).count()))
        .filter(option -> option.blocks() > 0)
        .toList();
  }

  private static String shortened(String text) {
    return text.length() > 120 ? text.substring(0, 119) + "…" : text;
  }

  /// The cells of one row beside its question.
  private final class Fields {

    private final Table.Row row;

    Fields(Table.Row row) {
      this.row = row;
    }

    void fill(Draft draft) {
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
                row.line(), Code.FIELD_NOT_UNDERSTOOD, column.header(), shortened(cell)));
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
}
