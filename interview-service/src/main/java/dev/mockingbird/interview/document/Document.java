package dev.mockingbird.interview.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One shared document: the fold of its update log. Its version is the number of updates.
///
/// The newest updates are kept, for pages that made theirs on an older version; what is older is in
/// the journal and can be [#recall]ed from there.
public final class Document {

  /// How many updates are kept at least; twice as many at most.
  static final int KEPT = 500;

  /// How much text the kept updates may insert, in units.
  private static final int KEPT_UNITS = 1024 * 1024;

  private final String id;
  private final int question;
  private final StringBuilder text = new StringBuilder();
  private String base = "";
  private int oldest;
  private UpdateLog updates = new UpdateLog();
  private int most = 2 * KEPT;
  private long units;

  /// The text as a string, made when it is asked for.
  private @Nullable String shown = "";

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
    oldest = kept.version();
    base = kept.text();
    text.append(base);
    shown = base;
    apply(kept.updates());
  }

  public Kept kept() {
    return new Kept(id, question, oldest, base, updates.from(0));
  }

  /// @throws MalformedChangeException when an update does not fit; the document is then unchanged
  public void apply(List<Update> more) {
    lengthAfter(more);
    for (Update update : more) {
      update.changes().applyTo(text);
      updates.add(update);
      units += update.changes().insertedLength();
    }
    if (!more.isEmpty()) {
      shown = null;
    }
    if (updates.size() >= most || units > KEPT_UNITS) {
      forget();
    }
  }

  private void forget() {
    int dropped = Math.max(0, updates.size() - KEPT);
    while (dropped < updates.size() - 1 && updates.insertedFrom(dropped) > KEPT_UNITS / 2) {
      dropped++;
    }
    base = textAt(oldest + dropped);
    updates = updates.without(dropped);
    oldest += dropped;
    units = updates.insertedFrom(0);
    most = 2 * KEPT;
  }

  /// The length of the text that `more` would make of this document.
  ///
  /// @throws MalformedChangeException when an update does not fit
  public int lengthAfter(List<Update> more) {
    int length = text.length();
    for (Update update : more) {
      length = update.changes().lengthAfter(length);
    }
    return length;
  }

  /// @param from [#oldest()] to [#version()]
  public List<Update> since(int from) {
    return updates.from(from - oldest);
  }

  /// The text as it was at a version, [#oldest()] to [#version()].
  public String textAt(int version) {
    if (version == version()) {
      return text();
    }
    StringBuilder result = new StringBuilder(base);
    for (Update update : updates.between(0, version - oldest)) {
      update.changes().applyTo(result);
    }
    return result.toString();
  }

  /// Takes back what was forgotten. It is kept for a while: who needs it once asks again.
  ///
  /// @param all updates from the first one on, as many as [#oldest()] or more
  public void recall(List<Update> all) {
    UpdateLog whole = new UpdateLog();
    all.subList(0, oldest).forEach(whole::add);
    updates.from(0).forEach(whole::add);
    updates = whole;
    oldest = 0;
    base = "";
    units = 0;
    most = updates.size() + KEPT;
  }

  public String id() {
    return id;
  }

  public int question() {
    return question;
  }

  /// The oldest version whose later updates are kept.
  public int oldest() {
    return oldest;
  }

  public int version() {
    return oldest + updates.size();
  }

  public int length() {
    return text.length();
  }

  public String text() {
    String known = shown;
    if (known == null) {
      known = text.toString();
      shown = known;
    }
    return known;
  }
}
