package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import java.util.List;

/// Cuts lines out of a source as Markdown of their own.
final class Slice {

  private Slice() {}

  /// The lines freed of the columns, and of the quote marks, that all of them begin with.
  static String of(List<String> lines, Lines wanted) {
    List<String> cut = lines.subList(wanted.from() - 1, Math.min(wanted.to(), lines.size()));
    if (cut.stream().allMatch(line -> line.isBlank() || line.stripLeading().startsWith(">"))) {
      cut = cut.stream().map(line -> line.stripLeading().replaceFirst("^> ?", "")).toList();
    }
    int indent =
        cut.stream().filter(line -> !line.isBlank()).mapToInt(Slice::indent).min().orElse(0);
    StringBuilder text = new StringBuilder();
    for (String line : cut) {
      if (!text.isEmpty() || !line.isBlank()) {
        text.append(line.substring(Math.min(indent, indent(line)))).append('\n');
      }
    }
    return text.toString().stripTrailing();
  }

  private static int indent(String line) {
    int i = 0;
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }
}
