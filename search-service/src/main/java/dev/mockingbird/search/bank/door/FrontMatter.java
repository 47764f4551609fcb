package dev.mockingbird.search.bank.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stands between `---` lines at the top of a file, as far as programs that publish posts
/// write it: names, and values or lists of them.
///
/// @param lines how many it takes, its fences among them; 0 when there is none
/// @param titleLine on which its title stands, 0 when it has none
record FrontMatter(int lines, int titleLine, Map<String, List<String>> fields) {

  private static final String FENCE = "---";
  private static final FrontMatter NONE = new FrontMatter(0, 0, Map.of());
  private static final Pattern FIELD =
      Pattern.compile("([A-Za-z_-]{1,40}):(?:\\s++(.*+))?+", Pattern.DOTALL);
  private static final Pattern ENTRY = Pattern.compile("\\s*+-\\s++(.*+)", Pattern.DOTALL);

  static FrontMatter of(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals(FENCE)) {
      return NONE;
    }
    Map<String, List<String>> fields = new HashMap<>();
    List<String> open = new ArrayList<>();
    int titleLine = 0;
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (line.equals(FENCE)) {
        return new FrontMatter(i + 1, titleLine, fields);
      }
      Matcher field = FIELD.matcher(line);
      Matcher entry = ENTRY.matcher(line);
      if (field.matches()) {
        String name = field.group(1).toLowerCase(Locale.ROOT);
        open = new ArrayList<>(values(field.group(2) == null ? "" : field.group(2)));
        fields.put(name, open);
        titleLine = name.equals("title") ? i + 1 : titleLine;
      } else if (entry.matches()) {
        open.addAll(values(entry.group(1)));
      }
    }
    return NONE;
  }

  String title() {
    return String.join(", ", fields.getOrDefault("title", List.of()));
  }

  /// The category, or the innermost of several.
  String category() {
    return Stream.of("category", "categories", "topic", "section")
        .map(name -> fields.getOrDefault(name, List.of()))
        .filter(values -> !values.isEmpty())
        .map(List::getLast)
        .findFirst()
        .orElse("");
  }

  List<String> tags() {
    return fields.getOrDefault("tags", List.of()).stream().distinct().toList();
  }

  private static List<String> values(String text) {
    String value = text.strip();
    if (value.startsWith("[") && value.endsWith("]")) {
      return Stream.of(value.substring(1, value.length() - 1).split(","))
          .map(FrontMatter::unquoted)
          .filter(it -> !it.isEmpty())
          .toList();
    }
    return value.isEmpty() ? List.of() : List.of(unquoted(value));
  }

  private static String unquoted(String text) {
    String value = text.strip();
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
