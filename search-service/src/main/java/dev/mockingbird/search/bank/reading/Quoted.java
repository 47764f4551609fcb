package dev.mockingbird.search.bank.reading;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A text as a JSON string, where it could not stand as it is: with line ends, with spaces at its
/// edges, or with what would be read as something else.
public final class Quoted {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Quoted() {}

  /// On one line, without a character that no text file keeps, and safe inside an HTML comment.
  public static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          boolean dashes = c == '-' && i > 0 && text.charAt(i - 1) == '-';
          if (dashes || fragile(text, i)) {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /// Empty when it is not one JSON string and nothing else.
  public static Optional<String> read(String text) {
    if (text.length() < 2 || text.charAt(0) != '"' || !text.endsWith("\"")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(text, String.class));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// As it is where it comes back equal from a line of its own, else as a JSON string.
  public static String line(String text) {
    return needless(text) ? text : of(text);
  }

  /// May stand on a line of a file as it is and comes back equal.
  public static boolean needless(String text) {
    return !text.isEmpty()
        && text.strip().equals(text)
        && text.charAt(0) != '"'
        && text.indexOf('\n') < 0
        && sturdy(text);
  }

  /// Comes back equal from a text file, but for what its lines mean there.
  public static boolean sturdy(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (fragile(text, i)) {
        return false;
      }
    }
    return true;
  }

  /// Carriage returns and other control characters, byte order marks, line separators, and halves
  /// of characters.
  private static boolean fragile(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return (c < ' ' && c != '\n' && c != '\t')
        || (c >= '\u007f' && c <= '\u009f')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\ufeff'
        || c == '\ufffe'
        || c == '\uffff';
  }
}
