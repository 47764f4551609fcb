package dev.mockingbird.interview.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A table of rules, written in Markdown for people to read: one row for each message, one column
/// for each person in each situation.
record RuleTable(List<String> columns, Map<String, List<String>> rows) {

  static RuleTable read(String name) throws IOException {
    List<List<String>> lines =
        Files.readAllLines(Path.of("src/test/resources", name)).stream()
            .filter(line -> line.startsWith("|") && !line.startsWith("|-"))
            .map(RuleTable::cells)
            .toList();
    Map<String, List<String>> rows = new LinkedHashMap<>();
    lines.stream().skip(1).forEach(line -> rows.put(line.getFirst(), line.subList(1, line.size())));
    return new RuleTable(lines.getFirst().subList(1, lines.getFirst().size()), rows);
  }

  /// Shown as the table shows it, so that a difference can be read and a row taken over.
  static String row(String message, List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| " + message + " | ", " |"));
  }

  String row(String message) {
    return row(message, rows.getOrDefault(message, List.of("has no row")));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
  }
}
