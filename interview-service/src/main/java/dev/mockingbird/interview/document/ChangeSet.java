package dev.mockingbird.interview.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change to a whole document: runs that stay and runs that are replaced, left to right.
///
/// Wire form is CodeMirror's `ChangeSet.toJSON`: a number keeps that many units, `[deleted]`
/// deletes, `[deleted, "line", "line"]` replaces. Mapping breaks ties exactly like
/// `@codemirror/state`, so that authority and browsers converge.
public final class ChangeSet {

  /// @param length units of the old document it covers
  /// @param inserted their replacement; null: they stay
  record Section(int length, @Nullable String inserted) {
    boolean keeps() {
      return inserted == null;
    }
  }

  /// Sections from which on a change in place would move the rest of the text too often.
  private static final int MANY = 8;

  private final List<Section> sections;

  ChangeSet(List<Section> sections) {
    this.sections = List.copyOf(sections);
  }

  /// @throws MalformedChangeException when `json` is not a change set
  @JsonCreator
  public static ChangeSet parse(List<Object> json) {
    return ChangeSetJson.read(json);
  }

  @JsonValue
  public List<Object> json() {
    return ChangeSetJson.write(sections);
  }

  /// Units of the document this applies to.
  public int lengthBefore() {
    int length = 0;
    for (Section section : sections) {
      length += section.length();
    }
    return length;
  }

  /// Units that this adds to the document; what it deletes does not count against them.
  public int insertedLength() {
    int inserted = 0;
    for (Section section : sections) {
      inserted += section.inserted() == null ? 0 : section.inserted().length();
    }
    return inserted;
  }

  /// The length of a document of `length` units after this change.
  ///
  /// @throws MalformedChangeException when this is for documents of another length
  public int lengthAfter(int length) {
    int before = 0;
    int after = 0;
    for (Section section : sections) {
      before += section.length();
      after += section.inserted() == null ? section.length() : section.inserted().length();
    }
    if (before != length) {
      throw new MalformedChangeException(
          "The change is for a document of " + before + " units, this one has " + length);
    }
    return after;
  }

  /// @throws MalformedChangeException when the document has another length
  public String apply(String document) {
    StringBuilder result = new StringBuilder(document);
    applyTo(result);
    return result.toString();
  }

  /// Changes the document; where little of it changes, without copying it.
  ///
  /// @throws MalformedChangeException when the document has another length; it is then unchanged
  void applyTo(StringBuilder document) {
    lengthAfter(document.length());
    if (sections.size() > MANY) {
      String changed = changed(document);
      document.setLength(0);
      document.append(changed);
      return;
    }
    int at = 0;
    for (Section section : sections) {
      String inserted = section.inserted();
      if (inserted == null) {
        at += section.length();
      } else {
        document.replace(at, at + section.length(), inserted);
        at += inserted.length();
      }
    }
  }

  private String changed(StringBuilder document) {
    StringBuilder result = new StringBuilder(document.length() + insertedLength());
    int at = 0;
    for (Section section : sections) {
      if (section.inserted() == null) {
        result.append(document, at, at + section.length());
      } else {
        result.append(section.inserted());
      }
      at += section.length();
    }
    return result.toString();
  }

  /// This change as it reads after `other`, both made on the same document.
  ///
  /// @param before whether this one's insertions come first where both insert at the same place
  public ChangeSet map(ChangeSet other, boolean before) {
    return Mapping.map(this, other, before);
  }

  List<Section> sections() {
    return sections;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChangeSet that && sections.equals(that.sections);
  }

  @Override
  public int hashCode() {
    return sections.hashCode();
  }

  @Override
  public String toString() {
    return json().toString();
  }

  /// Collects sections in normal form: neighbours that can be one are one.
  static final class Builder {
    private final List<Section> sections = new ArrayList<>();

    void keep(int length) {
      add(length, null);
    }

    /// @param inserted what replaces `length` units; null: they stay
    void add(int length, @Nullable String inserted) {
      if (length == 0 && (inserted == null || inserted.isEmpty())) {
        return;
      }
      Section last = sections.isEmpty() ? null : sections.getLast();
      Section joined = last == null ? null : join(last, length, inserted);
      if (joined == null) {
        sections.add(new Section(length, inserted));
      } else {
        sections.set(sections.size() - 1, joined);
      }
    }

    /// Null when the two stay apart.
    private static @Nullable Section join(Section last, int length, @Nullable String inserted) {
      String before = last.inserted();
      if (inserted == null || before == null) {
        return inserted == null && before == null
            ? new Section(last.length() + length, null)
            : null;
      }
      boolean bothDelete = inserted.isEmpty() && before.isEmpty();
      boolean bothInsert = length == 0 && last.length() == 0;
      return bothDelete || bothInsert
          ? new Section(last.length() + length, before + inserted)
          : null;
    }

    ChangeSet build() {
      return new ChangeSet(sections);
    }
  }
}
