package dev.mockingbird.search.bank.markdown;

import java.util.ArrayList;
import java.util.List;

/// A part of a file that is parsed by itself. A parser looks at all lines of a paragraph again at
/// each of its lines, and keeps a tree that is many times as large as its text.
///
/// @param lines with what has to stand in front of a part that begins within a fence or a table
/// @param from line of the file at which the part begins
/// @param head how many of its lines stand in front
record Stretch(List<String> lines, int from, int head) {

  private static final int LONG = 2_000;

  /// Line of the file.
  int line(int index) {
    return from - head + index;
  }

  /// Cuts where nothing is open; where lines go on without an empty one among them, also elsewhere.
  static List<Stretch> of(Prepared prepared) {
    return new Cutting(prepared).stretches();
  }

  private static final class Cutting {

    private final Prepared prepared;
    private final List<String> lines;
    private final List<Stretch> stretches = new ArrayList<>();
    private int from;
    private List<String> head = List.of();
    private int unbroken;
    private int table = -1;
    private boolean comment;

    private Cutting(Prepared prepared) {
      this.prepared = prepared;
      this.lines = prepared.lines();
    }

    private List<Stretch> stretches() {
      for (int i = 0; i < lines.size(); i++) {
        if (i - from >= LONG && mayCut(i)) {
          cut(i);
        }
        look(i);
      }
      cut(lines.size());
      return stretches;
    }

    private boolean mayCut(int index) {
      String line = lines.get(index);
      boolean indented = line.isEmpty() || Character.isWhitespace(line.charAt(0));
      boolean closed = table < 0 && !comment && fence(index) < 0;
      return unbroken == 0 && closed && !indented
          || unbroken >= LONG && !indented
          || unbroken >= LONG * 2;
    }

    private void cut(int index) {
      List<String> part = new ArrayList<>(head);
      part.addAll(lines.subList(from, index));
      stretches.add(new Stretch(part, from + 1, head.size()));
      from = index;
      unbroken = 0;
      head =
          fence(index) >= 0
              ? List.of(lines.get(fence(index)))
              : table >= 0 ? List.of(lines.get(table), lines.get(table + 1)) : List.of();
    }

    /// Index of the line that opened the fence in which a line stands, or -1.
    private int fence(int index) {
      return index == 0 ? -1 : prepared.fences()[index - 1];
    }

    private void look(int index) {
      String line = lines.get(index);
      unbroken = line.isBlank() ? 0 : unbroken + 1;
      if (line.indexOf('|') < 0) {
        table = -1;
      } else if (table < 0 && index > from && divides(line)) {
        table = lines.get(index - 1).indexOf('|') < 0 ? -1 : index - 1;
      }
      int opened = line.lastIndexOf("<!--");
      int closed = line.lastIndexOf("-->");
      comment = opened > closed || comment && closed < 0;
    }

    /// Whether a line may divide the head of a table from its rows.
    private static boolean divides(String line) {
      return line.indexOf('-') >= 0 && line.chars().allMatch(at -> "|:-> \t".indexOf(at) >= 0);
    }
  }
}
