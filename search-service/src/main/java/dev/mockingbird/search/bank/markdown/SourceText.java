package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Unreadable;
import java.util.List;
import java.util.regex.Pattern;

/// The file, line by line, without byte order mark and carriage returns.
///
/// @param front how many lines at the top are front matter
record SourceText(List<String> lines, int front) {

  static final int LONGEST_LINE = 1_000_000;
  static final int DEEPEST = 100;

  private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");
  private static final String FENCE = "---";

  static SourceText of(String file) {
    String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
    if (BREAK.matcher(text).results().limit(Reading.MOST_LINES).count() == Reading.MOST_LINES) {
      throw new Unreadable(Unreadable.Code.TOO_MANY_LINES, Reading.MOST_LINES + 1);
    }
    List<String> lines = List.of(BREAK.split(text, -1));
    for (int i = 0; i < lines.size(); i++) {
      refuseWhatNobodyWrites(lines.get(i), i + 1);
    }
    return new SourceText(lines, frontMatter(lines));
  }

  String line(int number) {
    return lines.get(number - 1);
  }

  boolean blank(int number) {
    return line(number).isBlank();
  }

  private static int frontMatter(List<String> lines) {
    if (!lines.getFirst().stripTrailing().equals(FENCE)) {
      return 0;
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).stripTrailing().equals(FENCE)) {
        return i + 1;
      }
    }
    return 0;
  }

  /// A parser opens a container for every marker at the start of a line, and looks at each open one
  /// again in every later line.
  private static void refuseWhatNobodyWrites(String line, int number) {
    if (line.length() > LONGEST_LINE) {
      throw new Unreadable(Unreadable.Code.LINE_TOO_LONG, number);
    }
    if (markers(line) > DEEPEST && !isRule(line)) {
      throw new Unreadable(Unreadable.Code.NESTED_TOO_DEEPLY, number);
    }
  }

  private static int markers(String line) {
    int markers = 0;
    for (int i = 0; i < line.length(); i++) {
      char at = line.charAt(i);
      boolean marker =
          at == '>'
              || ("-*+.)".indexOf(at) >= 0
                  && i + 1 < line.length()
                  && Character.isWhitespace(line.charAt(i + 1)));
      if (marker) {
        markers++;
      } else if (!Character.isWhitespace(at) && !Character.isDigit(at)) {
        break;
      }
    }
    return markers;
  }

  private static boolean isRule(String line) {
    return line.chars().filter(at -> !Character.isWhitespace(at)).distinct().count() == 1
        && line.indexOf('>') < 0;
  }
}
