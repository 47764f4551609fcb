package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import java.util.List;
import java.util.stream.Collectors;

/// The file, line by line, without byte order mark, carriage returns and front matter; what is left
/// out becomes empty lines, so that line numbers stay those of the file.
final class SourceText {

  private static final String FENCE = "---";

  private final List<String> lines;

  private SourceText(List<String> lines) {
    this.lines = lines;
  }

  static SourceText of(String file) {
    String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
    List<String> lines = text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
    int front = frontMatter(lines);
    return new SourceText(
        java.util.stream.IntStream.range(0, lines.size())
            .mapToObj(i -> i < front ? "" : lines.get(i))
            .toList());
  }

  String text() {
    return String.join("\n", lines);
  }

  /// The lines as Markdown of their own, freed of up to `indent` columns.
  String slice(Lines wanted, int indent) {
    return lines.subList(wanted.from() - 1, Math.min(wanted.to(), lines.size())).stream()
        .map(line -> outdented(line, indent))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private static int frontMatter(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals(FENCE)) {
      return 0;
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).stripTrailing().equals(FENCE)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static String outdented(String line, int indent) {
    int i = 0;
    while (i < indent && i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return line.substring(i);
  }
}
