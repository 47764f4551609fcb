package dev.mockingbird.interview.document;

/// Operational transformation of one change set over another made on the same document.
///
/// Changes are ordered by start, then by the shorter deletion, then by the `before` flag; what both
/// delete is deleted once; an insertion survives the deletion around it.
final class Mapping {

  private final SectionCursor a;
  private final SectionCursor b;
  private final boolean before;
  private final ChangeSet.Builder result = new ChangeSet.Builder();

  /// Index of the last section of `a` whose insertion is already in the result.
  private int inserted = -1;

  private Mapping(ChangeSet a, ChangeSet b, boolean before) {
    this.a = new SectionCursor(a.sections());
    this.b = new SectionCursor(b.sections());
    this.before = before;
  }

  static ChangeSet map(ChangeSet a, ChangeSet b, boolean before) {
    if (a.lengthBefore() != b.lengthBefore()) {
      throw new MalformedChangeException("The changes are for documents of different lengths");
    }
    return new Mapping(a, b, before).run();
  }

  private ChangeSet run() {
    while (!a.done() || !b.done()) {
      if (a.keeps() && b.keeps()) {
        int both = Math.min(a.length, b.length);
        result.keep(both);
        a.forward(both);
        b.forward(both);
      } else if (b.replaces() && otherComesFirst()) {
        skipOther();
      } else {
        takeOwn();
      }
    }
    return result.build();
  }

  private boolean otherComesFirst() {
    return !a.replaces()
        || inserted == a.index()
        || (a.offset == 0 && (b.length < a.length || (b.length == a.length && !before)));
  }

  /// Moves over a change of `b`, taking along the insertions of `a` that lie within its deletion.
  private void skipOther() {
    int left = b.length;
    result.keep(b.insertedLength());
    while (left > 0) {
      int piece = Math.min(a.length, left);
      if (a.replaces() && inserted < a.index() && a.length <= piece) {
        result.add(0, a.inserted);
        inserted = a.index();
      }
      a.forward(piece);
      left -= piece;
    }
    b.next();
  }

  /// Takes a change of `a` up to the next change of `b` that inserts or reaches beyond it.
  private void takeOwn() {
    int stillThere = 0;
    int left = a.length;
    while (left > 0) {
      if (b.keeps()) {
        int piece = Math.min(left, b.length);
        stillThere += piece;
        left -= piece;
        b.forward(piece);
      } else if (b.replaces() && b.insertedLength() == 0 && b.length < left) {
        left -= b.length;
        b.next();
      } else {
        break;
      }
    }
    result.add(stillThere, inserted < a.index() ? a.inserted : "");
    inserted = a.index();
    a.forward(a.length - left);
  }
}
