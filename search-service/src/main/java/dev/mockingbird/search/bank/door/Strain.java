package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.door.UploadRefused.Code;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what would break a parser before it meets one: endless lines, and what lies too deep
/// within itself.
final class Strain {

  private static final Pattern LIST_MARKER = Pattern.compile("(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]|$)");

  /// Where the content of each open list entry begins.
  private final Deque<Integer> open = new ArrayDeque<>();

  private Strain() {}

  static void check(String name, Format format, String text, Limits limits) throws UploadRefused {
    Strain strain = new Strain();
    int number = 0;
    int brackets = 0;
    for (int start = 0; start < text.length(); ) {
      number++;
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end - start > limits.line()) {
        throw new UploadRefused(Code.LINE_TOO_LONG, name, number, limits.line());
      }
      String line = text.substring(start, end);
      int depth =
          switch (format) {
            case MARKDOWN -> strain.lists(line);
            case JSON_LINES -> brackets = brackets(line, brackets, limits.nesting());
            case CSV, TSV, ANKI -> 0;
          };
      if (depth > limits.nesting()) {
        throw new UploadRefused(Code.NESTED_TOO_DEEPLY, name, number, limits.nesting());
      }
      start = end + 1;
    }
  }

  /// Quotes and lists at the start of the line, and the lists it stands in by its indentation.
  private int lists(String line) {
    if (isBreak(line)) {
      return 0;
    }
    Matcher marker = LIST_MARKER.matcher(line);
    int quotes = 0;
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
      } else if (c == '>') {
        quotes++;
        at++;
      } else if (marker.region(at, line.length()).lookingAt()) {
        while (!open.isEmpty() && open.getLast() > at) {
          open.removeLast();
        }
        at = marker.end();
        open.addLast(at + 1);
      } else {
        break;
      }
    }
    return quotes + open.size();
  }

  /// A line across the page, which may look like lists within lists.
  private static boolean isBreak(String line) {
    String signs = line.replaceAll("[ \\t]", "");
    return signs.length() > 2
        && "-*_".indexOf(signs.charAt(0)) >= 0
        && signs.chars().allMatch(c -> c == signs.charAt(0));
  }

  private static int brackets(String line, int open, int enough) {
    int depth = line.startsWith("{") ? 0 : open;
    boolean text = false;
    for (int i = 0; i < line.length() && depth <= enough; i++) {
      char c = line.charAt(i);
      if (text) {
        i += c == '\\' ? 1 : 0;
        text = c != '"';
      } else {
        switch (c) {
          case '"' -> text = true;
          case '{', '[' -> depth++;
          case '}', ']' -> depth--;
          default -> {}
        }
      }
    }
    return depth;
  }
}
