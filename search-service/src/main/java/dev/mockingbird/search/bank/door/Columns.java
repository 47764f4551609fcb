package dev.mockingbird.search.bank.door;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which column of a table holds what.
///
/// @param header whether the first row names the columns
/// @param own whether an export wrote them
/// @param places by what they hold
/// @param options columns that hold what one may choose from, by their letter
/// @param unknown columns with a name that says nothing to us, by their place
record Columns(
    boolean header,
    boolean own,
    Map<Column, Integer> places,
    Map<String, Integer> options,
    Map<Integer, String> unknown) {

  private static final String SHAPE = "column-";
  private static final Pattern OPTION =
      Pattern.compile("(?:option|choice|选项)?\\s*([A-Ha-h])", Pattern.CASE_INSENSITIVE);
  private static final Pattern ASKS =
      Pattern.compile(
          "[?？]\\s*$|^(?:how|what|why|when|which|explain|describe|compare|implement)\\b"
              + "|什么|如何|怎么|怎样|哪些|为何|区别|谈谈|说说|介绍|简述|请",
          Pattern.CASE_INSENSITIVE);

  static Columns of(List<Table.Row> rows, @Nullable String shape) {
    List<String> first = rows.getFirst().fields();
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    Map<String, Integer> options = new TreeMap<>();
    Map<Integer, String> unknown = new TreeMap<>();
    for (int i = 0; i < first.size(); i++) {
      String name = first.get(i);
      Optional<Column> column = Column.named(name);
      Matcher option = OPTION.matcher(name.strip());
      if (column.isPresent() && !places.containsKey(column.get()) && !single(first, name)) {
        places.put(column.get(), i);
      } else if (option.matches()) {
        options.put(option.group(1).toUpperCase(java.util.Locale.ROOT), i);
      } else if (!name.isBlank()) {
        unknown.put(i, name.strip());
      }
    }
    boolean named = places.containsKey(Column.TITLE) || places.size() > 1 || options.size() > 1;
    Columns columns =
        named
            ? new Columns(true, Column.headsExport(first), places, options, unknown)
            : new Columns(
                false, false, new EnumMap<>(Column.class), new TreeMap<>(), new TreeMap<>());
    return columns.complete(rows, shape);
  }

  /// `A` alone may be an answer or the first of the options.
  private static boolean single(List<String> row, String name) {
    return name.strip().equalsIgnoreCase("a")
        && row.stream().anyMatch(it -> it.strip().equalsIgnoreCase("b"));
  }

  /// Finds the questions where no name tells them: in the column that asks most, without names in
  /// the first.
  private Columns complete(List<Table.Row> rows, @Nullable String shape) {
    List<Table.Row> sample = rows.stream().skip(header ? 1 : 0).limit(200).toList();
    int width = rows.stream().limit(200).mapToInt(row -> row.fields().size()).max().orElse(1);
    int told = told(shape, width);
    if (told >= 0) {
      places.values().remove(told);
      places.put(Column.TITLE, told);
    }
    if (!places.containsKey(Column.TITLE)) {
      int title =
          header
              ? IntStream.range(0, width)
                  .filter(i -> !places.containsValue(i) && !options.containsValue(i))
                  .boxed()
                  .max(Comparator.comparingDouble(i -> asking(sample, i)))
                  .orElse(0)
              : 0;
      places.values().remove(title);
      places.put(Column.TITLE, title);
    }
    unknown.remove(places.get(Column.TITLE));
    if (!header && width > 1) {
      int title = places.get(Column.TITLE);
      places.put(Column.REFERENCE, title == 0 ? 1 : 0);
      IntStream.range(0, width)
          .filter(i -> !places.containsValue(i))
          .forEach(i -> unknown.put(i, Integer.toString(i + 1)));
    }
    return this;
  }

  private static int told(@Nullable String shape, int width) {
    if (shape == null || !shape.matches(SHAPE + "\\d{1,4}")) {
      return -1;
    }
    int column = Integer.parseInt(shape.substring(SHAPE.length())) - 1;
    return column < width ? column : -1;
  }

  int title() {
    return java.util.Objects.requireNonNull(places.get(Column.TITLE));
  }

  String shape() {
    return shape(title());
  }

  static String shape(int column) {
    return SHAPE + (column + 1);
  }

  static boolean asks(String text) {
    return ASKS.matcher(text.strip()).find();
  }

  /// The share of rows in which this column asks something.
  static double asking(List<Table.Row> rows, int column) {
    List<String> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(row.field(column)));
    cells.removeIf(String::isBlank);
    return cells.isEmpty()
        ? 0
        : (double) cells.stream().filter(Columns::asks).count() / cells.size();
  }

  /// What a cell is for, to tell its lines apart.
  Optional<Column> at(int place) {
    return places.entrySet().stream()
        .filter(it -> it.getValue() == place)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
