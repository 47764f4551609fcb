package dev.mockingbird.interview.document;

/// Two change sets, one after the other, as one.
final class Composition {

  private final SectionCursor a;
  private final SectionCursor b;
  private final ChangeSet.Builder result = new ChangeSet.Builder();

  private Composition(ChangeSet a, ChangeSet b) {
    this.a = new SectionCursor(a.sections());
    this.b = new SectionCursor(b.sections());
  }

  static ChangeSet compose(ChangeSet a, ChangeSet b) {
    return new Composition(a, b).run();
  }

  private ChangeSet run() {
    boolean open = false;
    while (!a.done() || !b.done()) {
      if (a.replaces() && a.insertedLength() == 0) {
        result.add(a.length, "", open);
        a.next();
      } else if (b.length == 0 && !b.done()) {
        result.add(0, b.inserted, open);
        b.next();
      } else if (a.done() || b.done()) {
        throw new MalformedChangeException("The second change is for a document of another length");
      } else {
        open = both(open);
      }
    }
    return result.build();
  }

  /// One piece that both cover.
  ///
  /// @return whether the next piece continues the section this one began
  private boolean both(boolean open) {
    int units = Math.min(a.lengthAfter(), b.length);
    int sections = result.size();
    boolean own = a.replaces();
    if (!own) {
      result.add(units, b.inserted == null ? null : b.offset > 0 ? "" : b.inserted, open);
    } else if (!b.replaces()) {
      result.add(a.offset > 0 ? 0 : a.length, a.piece(units), open);
    } else {
      result.add(a.offset > 0 ? 0 : a.length, b.offset > 0 ? "" : b.inserted, open);
    }
    boolean moreOfA = own && a.lengthAfter() > units;
    boolean moreOfB = b.replaces() && b.length > units;
    a.forwardAfter(units);
    b.forward(units);
    return (moreOfA || moreOfB) && (open || result.size() > sections);
  }
}
