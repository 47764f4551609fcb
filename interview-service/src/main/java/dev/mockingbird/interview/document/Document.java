package dev.mockingbird.interview.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One shared document: the fold of its update log. Its version is the number of updates.
public final class Document {

  private final String id;
  private final int question;
  private final List<Update> updates = new ArrayList<>();
  private String text = "";

  /// @param id such as `q1:text`
  public Document(String id, int question) {
    this.id = id;
    this.question = question;
  }

  /// A document between two entries of the journal.
  ///
  /// @param version before the updates
  /// @param text before the updates
  public record Kept(String id, int question, int version, String text, List<Update> updates) {}

  /// The document as it was kept.
  public Document(Kept kept) {
    this(kept.id(), kept.question());
    apply(kept.updates());
  }

  public Kept kept() {
    return new Kept(id, question, 0, "", List.copyOf(updates));
  }

  /// @throws MalformedChangeException when an update does not fit; the document is then unchanged
  public void apply(List<Update> more) {
    text = fold(text, more);
    updates.addAll(more);
  }

  /// The text that `more` would make of this document.
  ///
  /// @throws MalformedChangeException when an update does not fit
  public String preview(List<Update> more) {
    return fold(text, more);
  }

  /// @param from 0 to [#version()]
  public List<Update> since(int from) {
    return Collections.unmodifiableList(updates.subList(from, updates.size()));
  }

  /// The text as it was at a version, 0 to [#version()].
  public String textAt(int version) {
    return version == updates.size() ? text : fold("", updates.subList(0, version));
  }

  public String id() {
    return id;
  }

  public int question() {
    return question;
  }

  public int version() {
    return updates.size();
  }

  public String text() {
    return text;
  }

  private static String fold(String text, List<Update> updates) {
    String result = text;
    for (Update update : updates) {
      result = update.changes().apply(result);
    }
    return result;
  }
}
