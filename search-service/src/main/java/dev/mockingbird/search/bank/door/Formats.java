package dev.mockingbird.search.bank.door;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a file is written in: by its name, and where that says little, by how it begins.
final class Formats {

  private static final Set<String> WORDS =
      Set.of("md", "markdown", "mdown", "mkd", "mdx", "txt", "text");
  private static final Set<String> OTHERS = Set.of("csv", "tsv", "tab", "jsonl", "ndjson", "json");
  private static final Pattern ANKI =
      Pattern.compile("#(separator|html|notetype|deck|tags|columns)[: ].*");
  private static final Pattern OBJECT = Pattern.compile("\\s*(\\[\\s*)?\\{\\s*\"");
  private static final int ENOUGH_ROWS = 3;

  private Formats() {}

  /// Its name says that it may be a list.
  static boolean known(String name) {
    String ending = ending(name);
    return WORDS.contains(ending) || OTHERS.contains(ending);
  }

  /// Empty when it is something else.
  static Optional<Format> of(String name, String text) {
    return switch (ending(name)) {
      case "csv" -> Optional.of(Format.CSV);
      case "tsv", "tab" -> Optional.of(isAnki(text) ? Format.ANKI : Format.TSV);
      case "jsonl", "ndjson" -> Optional.of(Format.JSON_LINES);
      case "json" ->
          OBJECT.matcher(text).lookingAt() ? Optional.of(Format.JSON_LINES) : Optional.empty();
      case "txt", "text" -> Optional.of(isTable(text) ? Format.TSV : byContent(text));
      default -> Optional.of(byContent(text));
    };
  }

  private static Format byContent(String text) {
    if (isAnki(text)) {
      return Format.ANKI;
    }
    if (OBJECT.matcher(text).lookingAt()) {
      return Format.JSON_LINES;
    }
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    if (Column.headsTable(List.of(first.split("\t")))) {
      return Format.TSV;
    }
    return Column.headsTable(List.of(first.split("[,;，；]"))) ? Format.CSV : Format.MARKDOWN;
  }

  private static boolean isAnki(String text) {
    return text.lines().limit(1).anyMatch(line -> ANKI.matcher(line).matches());
  }

  /// Every line has the same tabs.
  private static boolean isTable(String text) {
    if (isAnki(text)) {
      return false;
    }
    List<Long> tabs =
        text.lines()
            .filter(line -> !line.isBlank())
            .limit(100)
            .map(line -> line.chars().filter(c -> c == '\t').count())
            .toList();
    return tabs.size() >= ENOUGH_ROWS
        && tabs.getFirst() > 0
        && tabs.stream().allMatch(tabs.getFirst()::equals);
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < name.lastIndexOf('/') ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
