package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Mark;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What each line became, until it is told as marks that cover every line once.
final class LineRoles {

  private record At(Role role, @Nullable String item, Reason reason) {}

  private final SourceText source;
  private final @Nullable At[] lines;

  LineRoles(SourceText source) {
    this.source = source;
    this.lines = new At[source.lines().size()];
  }

  /// The first word about a line stands.
  void mark(Lines marked, Role role, @Nullable String item, Reason reason) {
    for (int line = marked.from(); line <= marked.to() && line <= lines.length; line++) {
      if (lines[line - 1] == null) {
        lines[line - 1] =
            new At(role, role == Role.IGNORED || role == Role.TOPIC ? null : item, reason);
      }
    }
  }

  /// Whether a line belongs to no item.
  boolean leavesOut(int line) {
    At at = lines[line - 1];
    return at == null || at.item() == null;
  }

  boolean isTopic(int line) {
    At at = lines[line - 1];
    return at != null && at.role() == Role.TOPIC;
  }

  List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    At before = new At(Role.IGNORED, null, Reason.of("ignored.unused"));
    At unused = before;
    int from = 1;
    for (int line = 1; line <= lines.length; line++) {
      At at = lines[line - 1];
      if (at == null) {
        at = source.blank(line) ? before : unused;
      }
      if (!at.equals(before) && line > 1) {
        marks.add(
            new Mark(new Lines(from, line - 1), before.role(), before.item(), before.reason()));
        from = line;
      }
      before = at;
    }
    marks.add(
        new Mark(new Lines(from, lines.length), before.role(), before.item(), before.reason()));
    return marks;
  }
}
