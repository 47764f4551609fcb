package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ImportWarning.Code;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import dev.mockingbird.search.bank.reading.ShapeOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    new RowFields(row, columns, warnings).fill(draft, topic);
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

  private void marks(Table.Row row, String key) {
    int line = row.line();
    for (Role role : new RowRoles(columns).of(row)) {
      marks.add(line, role, key, Reason.of("mark.row"));
      line++;
    }
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
        columns.own() || columns.shape().equals(choice.shape())
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

  static String shortened(String text) {
    return text.length() > 120 ? text.substring(0, 119) + "…" : text;
  }
}
