package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Mark;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What each line of a file became. A line nobody says anything about is like the one before it;
/// equal neighbours are one mark.
final class Marks {

  private static final Reason NOTHING = Reason.of("mark.nothing");

  private final int lines;
  private final List<Mark> marks = new ArrayList<>();

  Marks(String text) {
    this.lines = Math.max(1, (int) text.lines().count());
  }

  /// @param line not before the line that was marked last
  void add(int line, Role role, @Nullable String item, Reason reason) {
    if (marks.isEmpty() && line > 1) {
      marks.add(new Mark(new Lines(1, 1), Role.IGNORED, null, NOTHING));
    }
    if (line > lines) {
      return;
    }
    if (marks.isEmpty()) {
      marks.add(new Mark(new Lines(line, line), role, item, reason));
      return;
    }
    Mark last = marks.removeLast();
    if (last.role() == role && Objects.equals(last.item(), item) && last.reason().equals(reason)) {
      marks.add(upTo(last, line));
    } else {
      marks.add(upTo(last, line - 1));
      marks.add(new Mark(new Lines(line, line), role, item, reason));
    }
  }

  List<Mark> all() {
    if (marks.isEmpty()) {
      marks.add(new Mark(new Lines(1, 1), Role.IGNORED, null, NOTHING));
    }
    marks.add(upTo(marks.removeLast(), lines));
    return List.copyOf(marks);
  }

  private static Mark upTo(Mark mark, int line) {
    return new Mark(new Lines(mark.lines().from(), line), mark.role(), mark.item(), mark.reason());
  }

  /// The reading of a file in which nothing was found.
  static Reading nothing(String text, String shape) {
    return new Reading(
        shape,
        List.of(),
        0,
        List.of(Reason.of("shape.nothing")),
        List.of(),
        new Marks(text).all(),
        List.of(ImportWarning.of(1, ImportWarning.Code.NO_QUESTIONS)));
  }
}
