package dev.mockingbird.search.bank.door;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ImportWarning.Code;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import dev.mockingbird.search.bank.reading.ShapeOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads notes that Anki exported as plain text: settings in lines that begin with `#`, then a row
/// a note. The first field of a note is its question, the others are its answer.
final class AnkiReader {

  private static final double NOTES = 0.9;
  private static final double GUESSED_HTML = 0.8;
  private static final String SHAPE = "field-";
  private static final Pattern SETTING = Pattern.compile("#([a-z][a-z ]*):(.*)");
  private static final Pattern CLOZE = Pattern.compile("\\{\\{c\\d{1,3}::([^{}]{1,2000}+)}}");
  private static final String HINT = "::";
  private static final Pattern MARKUP =
      Pattern.compile(
          "<(?:br|div|p|b|i|u|ul|ol|li|img|span|code|pre)\\b[^>]{0,300}>|&(?:nbsp|lt|gt|amp);");

  /// The deck that an export of ours puts its topics under.
  static final String OWN_DECK = "Mockingbird";

  private final Choice choice;
  private final Marks marks;
  private final Map<String, String> settings = new HashMap<>();
  private final List<Integer> fields = new ArrayList<>();
  private final List<ReadItem> items = new ArrayList<>();
  private final List<ImportWarning> warnings = new ArrayList<>();
  private final Table table;
  private final boolean html;

  private AnkiReader(String text, Choice choice) {
    this.choice = choice;
    this.marks = new Marks(text);
    int settingLines = settings(text);
    String notes = text.lines().skip(settingLines).collect(Collectors.joining("\n"));
    this.table = Table.of(notes, separator(), settingLines);
    String said = settings.get("html");
    this.html = said == null ? MARKUP.matcher(notes).find() : said.strip().equals("true");
  }

  static Reading read(SourceFile file, Choice choice) {
    return new AnkiReader(file.text(), choice).reading();
  }

  private int settings(String text) {
    int line = 0;
    for (String it : (Iterable<String>) text.lines()::iterator) {
      Matcher setting = SETTING.matcher(it);
      if (!setting.matches()) {
        break;
      }
      line++;
      settings.put(setting.group(1), setting.group(2));
      marks.add(line, Role.IGNORED, null, Reason.of("mark.settings"));
    }
    return line;
  }

  private char separator() {
    String name = settings.getOrDefault("separator", "tab");
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "", "tab" -> '\t';
      case "comma" -> ',';
      case "semicolon" -> ';';
      case "colon" -> ':';
      case "pipe" -> '|';
      case "space" -> ' ';
      default -> name.charAt(0);
    };
  }

  private Reading reading() {
    int width = table.rows().stream().mapToInt(row -> row.fields().size()).max().orElse(0);
    List<Integer> special =
        Stream.of("guid column", "notetype column", "deck column", "tags column")
            .map(this::column)
            .toList();
    IntStream.range(0, width).filter(i -> !special.contains(i)).forEach(fields::add);
    IntStream.range(0, fields.size())
        .filter(i -> (SHAPE + (fields.get(i) + 1)).equals(choice.shape()))
        .boxed()
        .findFirst()
        .ifPresent(i -> fields.addFirst(fields.remove((int) i)));
    if (table.unclosedQuote() != null) {
      warnings.add(ImportWarning.of(table.unclosedQuote(), Code.QUOTE_NOT_CLOSED));
    }
    if (!fields.isEmpty()) {
      table.rows().forEach(this::note);
    }
    if (items.isEmpty()) {
      warnings.add(ImportWarning.of(1, Code.NO_QUESTIONS));
    }
    warnings.sort(Comparator.comparingInt(ImportWarning::line));
    int front = fields.isEmpty() ? 1 : fields.getFirst() + 1;
    return new Reading(
        SHAPE + front,
        shapes(),
        items.isEmpty() ? 0 : settings.containsKey("html") ? NOTES : GUESSED_HTML,
        List.of(Reason.of("shape.notes", front)),
        items,
        marks.all(),
        warnings);
  }

  private List<ShapeOption> shapes() {
    return fields.stream()
        .map(
            field ->
                new ShapeOption(
                    SHAPE + (field + 1),
                    table.rows().getFirst().line(),
                    HtmlText.plain(table.rows().getFirst().field(field)),
                    (int) table.rows().stream().filter(it -> !it.field(field).isBlank()).count()))
        .filter(option -> option.blocks() > 0)
        .toList();
  }

  /// -1 when no column is told.
  private int column(String setting) {
    String told = settings.getOrDefault(setting, "").strip();
    return told.matches("\\d{1,3}") ? Integer.parseInt(told) - 1 : -1;
  }

  private String cell(Table.Row row, String setting) {
    int column = column(setting);
    return column < 0
        ? settings.getOrDefault(setting.replace(" column", ""), "")
        : row.field(column);
  }

  private void note(Table.Row row) {
    String key = Integer.toString(row.line());
    String front = row.field(fields.getFirst());
    boolean cloze = CLOZE.matcher(front).find();
    HtmlText question = text(cloze ? gaps(front) : front);
    if (choice.roles().get(row.line()) == Role.IGNORED) {
      marks.add(row.line(), Role.IGNORED, null, Reason.of("mark.told"));
      return;
    }
    if (question.title().isEmpty()) {
      warnings.add(ImportWarning.of(row.line(), Code.EMPTY_ITEM));
      marks.add(row.line(), Role.IGNORED, null, Reason.of("mark.no-question"));
      return;
    }
    Draft draft = new Draft();
    draft.title = question.title();
    draft.body = question.body();
    draft.reference = answer(row, front, cloze);
    draft.section = deck(cell(row, "deck column"));
    draft.tags =
        Stream.of((settings.getOrDefault("tags", "") + " " + tags(row)).split("\\s+"))
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
    draft.id = Metadata.id(cell(row, "guid column")).orElse(null);
    media(row);
    items.add(
        draft.item(
            key, row.line(), answerLines(row, cloze), spoken(draft), Reason.of("item.note")));
    mark(row, key);
  }

  private String tags(Table.Row row) {
    int column = column("tags column");
    return column < 0 ? "" : row.field(column);
  }

  private Language spoken(Draft draft) {
    return Values.isChinese(draft.title) ? Language.CHINESE : choice.language();
  }

  private String answer(Table.Row row, String front, boolean cloze) {
    Stream<String> filled = cloze ? Stream.of(filled(front)) : Stream.of();
    return Stream.concat(filled, fields.stream().skip(1).map(row::field))
        .map(it -> text(it).markdown())
        .filter(it -> !it.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  private List<Lines> answerLines(Table.Row row, boolean cloze) {
    List<Integer> present =
        fields.stream().skip(cloze ? 0 : 1).filter(it -> it < row.fields().size()).toList();
    return present.isEmpty()
        ? List.of()
        : List.of(row.lines(present.getFirst()).upTo(row.lines(present.getLast())));
  }

  private void mark(Table.Row row, String key) {
    Lines question =
        fields.getFirst() < row.fields().size()
            ? row.lines(fields.getFirst())
            : new Lines(row.line(), row.line());
    Lines all = row.lines(row.fields().size() - 1);
    for (int line = row.line(); line <= all.to(); line++) {
      boolean asks = line >= question.from() && line <= question.to();
      marks.add(line, asks ? Role.QUESTION : Role.ANSWER, key, Reason.of("mark.note"));
    }
  }

  private void media(Table.Row row) {
    String media =
        fields.stream()
            .flatMap(field -> text(row.field(field)).media().stream())
            .distinct()
            .collect(Collectors.joining(", "));
    if (!media.isEmpty()) {
      warnings.add(ImportWarning.of(row.line(), Code.MEDIA_LEFT_OUT, media));
    }
  }

  private HtmlText text(String field) {
    return html ? HtmlText.of(field) : HtmlText.ofPlain(field);
  }

  private static String gaps(String front) {
    return CLOZE
        .matcher(front)
        .replaceAll(
            gap -> {
              int hint = gap.group(1).indexOf(HINT);
              String shown = hint < 0 ? "…" : gap.group(1).substring(hint + HINT.length());
              return Matcher.quoteReplacement("[" + shown + "]");
            });
  }

  private static String filled(String front) {
    return CLOZE
        .matcher(front)
        .replaceAll(gap -> Matcher.quoteReplacement(gap.group(1).split(HINT, 2)[0]));
  }

  private static List<String> deck(String deck) {
    List<String> parts =
        Stream.of(deck.split("::")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    return parts.size() > 1 && parts.getFirst().equals(OWN_DECK)
        ? parts.subList(1, parts.size())
        : parts;
  }
}
