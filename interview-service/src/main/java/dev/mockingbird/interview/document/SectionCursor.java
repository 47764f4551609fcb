package dev.mockingbird.interview.document;

import dev.mockingbird.interview.document.ChangeSet.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks over the sections of a change set in pieces, along the old document.
final class SectionCursor {

  private final List<Section> sections;
  private int index;

  /// Units of the old document left in this section.
  int length;

  /// What replaces them, whole; null when they stay or at the end.
  @Nullable String inserted;

  /// Units of this section already walked over.
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

  void forward(int units) {
    if (units == length) {
      next();
    } else {
      length -= units;
      offset += units;
    }
  }
}
