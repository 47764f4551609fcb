package dev.mockingbird.interview.document;

import dev.mockingbird.interview.document.ChangeSet.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks over the sections of a change set in pieces, along the old document or the new one.
final class SectionCursor {

  private final List<Section> sections;
  private int index;

  /// Units of the old document left in this section.
  int length;

  /// What replaces them, whole; null when they stay or at the end.
  @Nullable String inserted;

  /// Units of this section already walked over: of the old document, or of the replacement when
  /// walking along the new one.
  int offset;

  SectionCursor(List<Section> sections) {
    this.sections = sections;
    this.index = -1;
    next();
  }

  void next() {
    index++;
    offset = 0;
    length = done() ? 0 : sections.get(index).length();
    inserted = done() ? null : sections.get(index).inserted();
  }

  boolean done() {
    return index >= sections.size();
  }

  int index() {
    return index;
  }

  boolean keeps() {
    return !done() && inserted == null;
  }

  boolean replaces() {
    return inserted != null;
  }

  int insertedLength() {
    return inserted == null ? 0 : inserted.length();
  }

  /// Units of the new document left in this section.
  int lengthAfter() {
    return inserted == null ? length : inserted.length() - offset;
  }

  void forward(int units) {
    if (units == length) {
      next();
    } else {
      length -= units;
      offset += units;
    }
  }

  void forwardAfter(int units) {
    if (inserted == null) {
      forward(units);
    } else if (units == lengthAfter()) {
      next();
    } else {
      offset += units;
    }
  }

  /// The next `units` of the replacement, walking along the new document.
  String piece(int units) {
    return inserted == null ? "" : inserted.substring(offset, offset + units);
  }
}
