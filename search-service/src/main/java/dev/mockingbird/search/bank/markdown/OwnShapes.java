package dev.mockingbird.search.bank.markdown;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stretches of text that have none of the questions' shape and may have one of their own: under a
/// topic, behind a fold, or at the top.
final class OwnShapes {

  private final Set<String> questions = new HashSet<>();
  private final Openings at;

  private OwnShapes(Openings at) {
    this.at = at;
  }

  static void in(Openings at) {
    new OwnShapes(at).ownShapes();
  }

  /// Looks at each stretch under a topic, behind a fold or at the top before its first question.
  private void ownShapes() {
    for (int i = 0; i < at.size(); i++) {
      if (at.opens(i, Openings.Kind.QUESTION) || at.piece(i).is(Piece.Kind.HEADING)) {
        questions.add(at.piece(i).said().bare());
      }
    }
    int from = 0;
    @Nullable Piece open = null;
    boolean eligible = true;
    for (int i = 0; i <= at.size(); i++) {
      boolean ends = i == at.size() || !at.opens(i, Openings.Kind.NOTHING);
      boolean leaves = !ends && open != null && at.leaves(open, at.piece(i));
      if (ends && eligible) {
        ownShape(from, i, from == 0 || at.piece(from - 1).level() == 1 && from < 6);
      }
      if (ends && i < at.size()) {
        open = at.opens(i, Openings.Kind.QUESTION) ? at.piece(i) : null;
        eligible = at.opens(i, Openings.Kind.TOPIC);
        from = i + 1;
      } else if (leaves) {
        open = null;
        eligible = true;
        from = i;
      }
    }
  }

  private void ownShape(int from, int to, boolean introduces) {
    if (to - from < 1) {
      return;
    }
    List<Ranked> ranked = Shapes.rank(at.pieces(from, to), at.chrome(from, to));
    for (Ranked own : ranked) {
      if (convinces(own)
          && (!introduces
              || own.starts() >= 3
                  && own.askRatio() > 0.7
                  && !own.shape().equals(Shape.PARAGRAPH)
                  && !own.shape().equals(Shape.LINE))) {
        if (!own.shape().startsWith("heading") && repeats(own, from, to)) {
          return;
        }
        for (int i = from; i < to; i++) {
          if (at.mayStart(i, own.shape())
              && (!own.shape().equals(Shape.PARAGRAPH)
                  || Wording.asksPlainly(at.piece(i).said().text()))) {
            at.start(i, own.shape());
          }
        }
        Branches.in(at, from, to, own.shape());
        return;
      }
    }
  }

  /// Entries that say what later questions say again are their table of contents.
  private boolean repeats(Ranked own, int from, int to) {
    int all = 0;
    int again = 0;
    for (int i = from; i < to; i++) {
      if (Shape.of(at.piece(i)).contains(own.shape())) {
        all++;
        again += questions.contains(at.piece(i).said().bare()) ? 1 : 0;
      }
    }
    boolean repeats = again * 2 > all;
    for (int i = from; i < to && repeats; i++) {
      at.leaveOut(i, Contents.REASON);
    }
    return repeats;
  }

  private boolean convinces(Ranked own) {
    if (own.shape().startsWith("heading") || own.shape().equals(Shape.LINE)) {
      return own.starts() >= 2 && (own.askRatio() >= 0.7 || own.sequence() * own.starts() > 3);
    }
    return own.askRatio() >= 0.5;
  }
}
