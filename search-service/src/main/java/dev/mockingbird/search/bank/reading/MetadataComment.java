package dev.mockingbird.search.bank.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The fields of a comment such as `<!-- key: gil | tags: python, threads -->`, in their order. A
/// value, or an entry of a list, that would be read as something else stands as a JSON string.
public final class MetadataComment {

  private static final String OPEN = "<!--";
  private static final String CLOSE = "-->";
  private static final String COMMAS = ",，";

  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  public static MetadataComment parse(String comment) {
    MetadataComment parsed = new MetadataComment();
    String text = comment.strip();
    text = text.startsWith(OPEN) ? text.substring(OPEN.length()) : text;
    text = text.endsWith(CLOSE) ? text.substring(0, text.length() - CLOSE.length()) : text;
    for (String field : split(text, "|")) {
      int colon = field.indexOf(':');
      if (colon > 0) {
        parsed.fields.putIfAbsent(
            field.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            split(field.substring(colon + 1), COMMAS));
      }
    }
    return parsed;
  }

  public MetadataComment with(String name, @Nullable String value) {
    return value == null ? this : with(name, List.of(value));
  }

  public MetadataComment with(String name, List<String> values) {
    if (!values.isEmpty()) {
      fields.put(name, values.stream().map(MetadataComment::quotedWhereNeeded).toList());
    }
    return this;
  }

  /// The whole value, commas and all.
  public @Nullable String one(String name) {
    List<String> values = fields.get(name);
    return values == null ? null : unquoted(String.join(",", values).strip());
  }

  public List<String> all(String name) {
    return entries(fields.getOrDefault(name, List.of()));
  }

  /// A list on one line, as a field has it.
  public static List<String> list(String line) {
    return entries(split(line, COMMAS));
  }

  /// What [#list(String)] reads.
  public static String list(List<String> entries) {
    return entries.stream()
        .map(MetadataComment::quotedWhereNeeded)
        .collect(Collectors.joining(", "));
  }

  private static List<String> entries(List<String> written) {
    return written.stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(MetadataComment::unquoted)
        .toList();
  }

  @Override
  public String toString() {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + ": " + String.join(", ", field.getValue()))
        .collect(Collectors.joining(" | ", OPEN + " ", " " + CLOSE));
  }

  private static String quotedWhereNeeded(String value) {
    boolean plain = Quoted.needless(value) && value.matches("(?!.*--)[^|,，<>]*");
    return plain ? value : Quoted.of(value);
  }

  private static String unquoted(String value) {
    return Quoted.read(value).orElse(value);
  }

  /// At the separators that stand outside of JSON strings; such a string opens its entry.
  private static List<String> split(String text, String separators) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    boolean opening = true;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (separators.indexOf(c) >= 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
        opening = true;
      } else if (c == '"' && opening) {
        quoted = true;
      } else {
        opening = (opening && Character.isWhitespace(c)) || c == ':' || c == ',' || c == '，';
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
