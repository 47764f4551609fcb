package dev.mockingbird.search.bank.markdown;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The pieces of the shape that holds the questions, without those that only look like it, and with
/// those that the numbers say are missing.
final class Starts {

  private static final int FEW = 3;

  /// A person or an address.
  private static final Pattern NOBODY = Pattern.compile("^(?:@|https?:|www\\.)");

  private static final Pattern ONE_WORD = Pattern.compile("[\\w.-]++[:：]");

  /// Characters of a label.
  private static final int SHORT = 40;

  /// So far below a heading its sub-headings are looked for.
  private static final int FAR = 2_000;

  private final Openings at;

  private Starts(Openings at) {
    this.at = at;
  }

  static void in(Openings at) {
    Starts starts = new Starts(at);
    starts.starts();
    starts.otherLevels();
    Chain.in(at);
    starts.gaps();
    starts.linksElsewhere();
    starts.outliers();
    starts.labels();
    starts.promotions();
  }

  private void starts() {
    boolean onlyWhatAsks =
        !at.insists()
            && (at.main().shape().equals(Shape.PARAGRAPH) || at.main().shape().equals(Shape.LINE))
            && (at.main().askRatio() < 0.5 || at.main().starts() < FEW);
    for (int i = 0; i < at.size(); i++) {
      if (at.mayStart(i, at.main().shape())
          && (!onlyWhatAsks || Wording.asks(at.piece(i).said().text()))) {
        at.start(i, at.main().shape());
      }
    }
  }

  /// Where headings in quotes or folds ask, one of another level there that asks does so as well.
  private void otherLevels() {
    String headings = at.main().shape().replaceFirst("heading-\\d$", "heading-");
    if (at.headings() || headings.equals(at.main().shape())) {
      return;
    }
    for (int i = 0; i < at.size(); i++) {
      Piece piece = at.piece(i);
      if (piece.is(Piece.Kind.HEADING)
          && !at.isChrome(i)
          && Shape.of(piece).getFirst().startsWith(headings)
          && Wording.asksPlainly(piece.said().text())) {
        at.start(i, at.main().shape());
      }
    }
  }

  /// A number that is missing between two questions is looked for in another spelling.
  private void gaps() {
    if (at.main().sequence() < 0.4) {
      return;
    }
    int from = 0;
    int before = 0;
    for (int i = 0; i < at.size(); i++) {
      @Nullable Integer number = at.piece(i).said().number();
      if (!at.opens(i, Openings.Kind.QUESTION) || number == null) {
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
      Piece piece = at.piece(i);
      @Nullable Integer number = piece.said().number();
      if (!at.isChrome(i)
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
      found.forEach(i -> at.start(i, at.main().shape()));
    }
  }

  /// Where entries ask in words, an entry that is nothing but a link and does not ask leads to
  /// further reading, to a page about a topic, or to a person; unless questions stand beside it
  /// that are named as shortly, without a link.
  private void linksElsewhere() {
    Map<Integer, Integer> links = new LinkedHashMap<>();
    int words = 0;
    int asking = 0;
    int heading = 0;
    BitSet named = new BitSet();
    for (int i = 0; i < at.size(); i++) {
      Piece piece = at.piece(i);
      heading = piece.is(Piece.Kind.HEADING) ? i : heading;
      if (!at.opens(i, Openings.Kind.QUESTION) || !piece.kind().isEntry()) {
        continue;
      }
      boolean asks = Wording.asks(piece.said().text());
      if (piece.said().onlyLinks() && !piece.said().pointsInside()) {
        if (!asks) {
          links.put(i, heading);
        }
      } else {
        words++;
        asking += asks ? 1 : 0;
        named.set(heading, named.get(heading) || !asks);
      }
    }
    if (asking >= FEW && asking * 10 >= words * 6 && words * 2 >= links.size()) {
      boolean titles = (words - asking) * 10 >= words;
      BitSet beside = titles ? named : new BitSet();
      links.forEach(
          (link, above) -> {
            if (NOBODY.matcher(at.piece(link).said().text()).find() || !beside.get(above)) {
              at.open(link, Openings.Kind.ASIDE);
            }
          });
    }
  }

  /// Where the others are numbered, what has no number and does not ask is none of them: a heading
  /// names a topic, and what ends in a colon, or is no heading, goes on with an answer.
  private void outliers() {
    int all = 0;
    int numbered = 0;
    for (int i = 0; i < at.size(); i++) {
      if (at.opens(i, Openings.Kind.QUESTION)) {
        all++;
        numbered += marked(at.piece(i)) ? 1 : 0;
      }
    }
    for (int i = 0; i < at.size(); i++) {
      Piece piece = at.piece(i);
      if (at.opens(i, Openings.Kind.QUESTION)
          && !marked(piece)
          && numbered * 10 >= all * 8
          && (!Wording.asks(piece.said().text()) || isLabel(piece))) {
        if (at.headings() && !isLabel(piece)) {
          at.open(i, Openings.Kind.TOPIC);
        } else {
          at.goOnWithAnAnswer(i);
        }
      }
    }
  }

  /// A few words before a colon, such as `map:`, that hardly any other question ends with, say what
  /// follows in an answer.
  private void labels() {
    List<Integer> labels = new ArrayList<>();
    int all = 0;
    for (int i = 0; i < at.size(); i++) {
      if (at.opens(i, Openings.Kind.QUESTION)) {
        all++;
        Piece piece = at.piece(i);
        if (isLabel(piece)
            && !marked(piece)
            && piece.said().text().length() <= SHORT
            && !Wording.asks(piece.said().text())) {
          labels.add(i);
        }
      }
    }
    boolean one =
        labels.size() == 1 && ONE_WORD.matcher(at.piece(labels.getFirst()).said().text()).matches();
    if (labels.size() * 5 <= all && (one || labels.size() > 1)) {
      labels.forEach(at::goOnWithAnAnswer);
    }
  }

  /// A heading that does not ask and has several asking ones right below its level names their
  /// topic: lists change their levels on the way.
  private void promotions() {
    if (!at.headings()) {
      return;
    }
    for (int i = 0; i < at.size(); i++) {
      Piece piece = at.piece(i);
      if (!at.opens(i, Openings.Kind.QUESTION) || Wording.asksPlainly(piece.said().text())) {
        continue;
      }
      int below = 0;
      int asking = 0;
      for (int k = i + 1; k < at.size() && k < i + FAR; k++) {
        Piece next = at.piece(k);
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
        at.open(i, Openings.Kind.TOPIC);
      }
    }
  }

  private static boolean isLabel(Piece piece) {
    String text = piece.said().text();
    return Wording.endsInColon(text)
        && !Wording.asksPlainly(
            text.stripTrailing().substring(0, text.stripTrailing().length() - 1));
  }

  private static boolean marked(Piece piece) {
    return piece.said().number() != null || !piece.said().style().isEmpty();
  }
}
