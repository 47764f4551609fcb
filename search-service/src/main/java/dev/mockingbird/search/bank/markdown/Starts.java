package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pieces of the shape that holds the questions, without those that only look like it, and with
/// those that the numbers say are missing.
final class Starts {

  private static final int FEW = 3;

  /// So far below a heading its sub-headings are looked for.
  private static final int FAR = 2_000;

  private final Openings at;
  private final List<Piece> pieces;
  private final List<@Nullable Reason> chrome;
  private final Ranked main;
  private final Openings.Kind[] opens;

  private Starts(Openings at) {
    this.at = at;
    this.pieces = at.pieces();
    this.chrome = at.chrome();
    this.main = at.main();
    this.opens = at.opens();
  }

  static void in(Openings at) {
    Starts starts = new Starts(at);
    starts.starts();
    starts.gaps();
    starts.linksElsewhere();
    starts.outliers();
    starts.promotions();
  }

  private void starts() {
    boolean onlyWhatAsks =
        (main.shape().equals(Shape.PARAGRAPH) || main.shape().equals(Shape.LINE))
            && (main.askRatio() < 0.5 || main.starts() < FEW);
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean row = at.asksInRow(i);
      if (chrome.get(i) == null
          && Shape.of(piece).contains(main.shape())
          && (row || !piece.is(Piece.Kind.ROW) && Shapes.mayBeQuestion(piece, main.shape()))
          && (!onlyWhatAsks || Wording.asks(piece.said().text()))) {
        at.start(i, main.shape());
      }
    }
  }

  /// A number that is missing between two questions is looked for in another spelling.
  private void gaps() {
    if (main.sequence() < 0.4) {
      return;
    }
    int from = 0;
    int before = 0;
    for (int i = 0; i < pieces.size(); i++) {
      @Nullable Integer number = pieces.get(i).said().number();
      if (opens[i] != Openings.Kind.QUESTION || number == null) {
        continue;
      }
      if (number > before + 1 && number - before < 4) {
        fill(from, i, before + 1, number);
      }
      before = number;
      from = i + 1;
    }
  }

  private void fill(int from, int to, int first, int last) {
    int wanted = first;
    List<Integer> found = new ArrayList<>();
    for (int i = from; i < to && wanted < last; i++) {
      Piece piece = pieces.get(i);
      @Nullable Integer number = piece.said().number();
      if (chrome.get(i) == null
          && piece.speaks()
          && piece.lists() <= 1
          && piece.quotes() == 0
          && number != null
          && number == wanted
          && Said.hasWords(piece.said().text())) {
        found.add(i);
        wanted++;
      }
    }
    if (wanted == last) {
      found.forEach(i -> at.start(i, main.shape()));
    }
  }

  /// Where most questions are words, an entry before the first topic that is nothing but a link and
  /// does not ask leads to further reading.
  private void linksElsewhere() {
    List<Integer> links = new ArrayList<>();
    int all = 0;
    int headings = 0;
    for (int i = 0; i < pieces.size(); i++) {
      headings += pieces.get(i).is(Piece.Kind.HEADING) && chrome.get(i) == null ? 1 : 0;
      if (opens[i] == Openings.Kind.QUESTION) {
        all++;
        Said said = pieces.get(i).said();
        if (headings < 2
            && said.onlyLinks()
            && !Wording.asks(said.text())
            && pieces.get(i).kind().isEntry()) {
          links.add(i);
        }
      }
    }
    if (links.size() * 10 < all * 3) {
      links.forEach(i -> opens[i] = Openings.Kind.NOTHING);
    }
  }

  /// Where all the others are numbered, a heading without a number that does not ask is none of
  /// them.
  private void outliers() {
    if (!at.headings()) {
      return;
    }
    int all = 0;
    int numbered = 0;
    for (int i = 0; i < opens.length; i++) {
      if (opens[i] == Openings.Kind.QUESTION) {
        all++;
        numbered += marked(pieces.get(i)) ? 1 : 0;
      }
    }
    for (int i = 0; i < opens.length; i++) {
      Piece piece = pieces.get(i);
      if (opens[i] == Openings.Kind.QUESTION
          && !marked(piece)
          && numbered * 10 >= all * 8
          && !Wording.asks(piece.said().text())) {
        opens[i] = Openings.Kind.TOPIC;
      }
    }
  }

  /// A heading that does not ask and has several asking ones right below its level names their
  /// topic: lists change their levels on the way.
  private void promotions() {
    if (!at.headings()) {
      return;
    }
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (opens[i] != Openings.Kind.QUESTION || Wording.asksPlainly(piece.said().text())) {
        continue;
      }
      int below = 0;
      int asking = 0;
      for (int k = i + 1; k < pieces.size() && k < i + FAR; k++) {
        Piece next = pieces.get(k);
        if (next.is(Piece.Kind.HEADING) && next.lists() == 0 && next.fold() == piece.fold()) {
          if (next.level() <= piece.level()) {
            break;
          }
          if (next.level() == piece.level() + 1) {
            below++;
            asking += Wording.asksPlainly(next.said().text()) ? 1 : 0;
          }
        }
      }
      if (below >= 3 && asking * 10 >= below * 7 && !marked(piece)) {
        opens[i] = Openings.Kind.TOPIC;
      }
    }
  }

  private static boolean marked(Piece piece) {
    return piece.said().number() != null || !piece.said().style().isEmpty();
  }
}
