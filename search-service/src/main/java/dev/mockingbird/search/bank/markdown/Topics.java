package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.List;

/// Which pieces name a topic, and which of them only stand around the questions.
final class Topics {

  /// Questions that make a list of their own.
  private static final int FEW = 3;

  private final Openings at;

  private Topics(Openings at) {
    this.at = at;
  }

  static void in(Openings at) {
    Topics topics = new Topics(at);
    Branches.in(at, 0, at.size(), at.main().shape());
    topics.headings();
    topics.lists();
    topics.furtherReading();
    topics.around();
  }

  private void headings() {
    boolean[] topical = topicalLevels();
    boolean folded = mostStartsAreFolded();
    boolean[] odd = oddLevels();
    int before = -1;
    for (int i = 0; i < at.size(); before = at.opens(i, Openings.Kind.NOTHING) ? before : i, i++) {
      Piece piece = at.piece(i);
      if (!at.opens(i, Openings.Kind.NOTHING)
          || at.answers(i)
          || !piece.is(Piece.Kind.HEADING)
          || piece.lists() > 0
          || piece.quotes() > 0) {
        continue;
      }
      boolean lone = at.main().shape().endsWith("-label");
      boolean above =
          at.headings()
              ? piece.level() < at.level() || piece.level() == at.level() && !lone
              : topical[piece.level()];
      if (!above) {
        continue;
      }
      if (piece.fold() >= 0 && !folded) {
        continue;
      }
      if (at.isChrome(i)) {
        at.open(i, Openings.Kind.ASIDE);
      } else if (Label.of(piece.said().text()).filter(Label::alone).isPresent()) {
        at.open(i, Openings.Kind.NOTHING);
      } else if (piece.level() == at.level()) {
        at.open(i, Openings.Kind.TOPIC);
      } else if (at.headings() && (asksByItself(i) || asksAmongOthers(i, before, odd))) {
        at.start(i, "heading-" + piece.level());
      } else {
        at.open(i, Openings.Kind.TOPIC);
      }
    }
  }

  /// Where headings ask, one that does not ask plainly names the topic of a list of questions that
  /// is all that stands below it.
  private void lists() {
    for (int i = 0; i < at.size() && at.headings() && !at.insists(); i++) {
      Piece piece = at.piece(i);
      if (at.opens(i, Openings.Kind.QUESTION)
          && piece.is(Piece.Kind.HEADING)
          && piece.said().number() == null
          && piece.said().style().isEmpty()
          && !Wording.asksPlainly(piece.said().text())
          && onlyQuestionsBelow(i)) {
        at.open(i, Openings.Kind.TOPIC);
      }
    }
  }

  private boolean onlyQuestionsBelow(int heading) {
    int all = 0;
    int asking = 0;
    for (int i = heading + 1; i < at.size() && at.opens(i, Openings.Kind.NOTHING); i++) {
      Piece piece = at.piece(i);
      if (at.isChrome(i) || !piece.speaks() || piece.lists() > 1) {
        continue;
      }
      if (!piece.kind().isEntry()) {
        return false;
      }
      all++;
      asking += Wording.asks(piece.said().text()) ? 1 : 0;
    }
    return all >= FEW && asking * 10 >= all * 9;
  }

  /// A heading that asks nothing, with nothing but links below it, leads elsewhere where hardly any
  /// other does.
  private void furtherReading() {
    List<Integer> elsewhere = new ArrayList<>();
    int all = 0;
    for (int i = 0; i < at.size(); i++) {
      Piece piece = at.piece(i);
      if (!at.opens(i, Openings.Kind.QUESTION) || !piece.is(Piece.Kind.HEADING)) {
        continue;
      }
      all++;
      Said said = piece.said();
      if (said.number() == null
          && said.style().isEmpty()
          && !Wording.asks(said.text())
          && onlyLinksBelow(i)) {
        elsewhere.add(i);
      }
    }
    if (elsewhere.size() * 3 <= all) {
      elsewhere.forEach(i -> at.open(i, Openings.Kind.ASIDE));
    }
  }

  private boolean onlyLinksBelow(int heading) {
    int links = 0;
    for (int i = heading + 1; i < at.size() && at.opens(i, Openings.Kind.NOTHING); i++) {
      Piece piece = at.piece(i);
      if (at.isChrome(i)) {
        continue;
      }
      if (!piece.kind().isEntry() || !piece.said().onlyLinks()) {
        return false;
      }
      links++;
    }
    return links > 0;
  }

  private boolean mostStartsAreFolded() {
    int all = 0;
    int folded = 0;
    for (int i = 0; i < at.size(); i++) {
      if (at.opens(i, Openings.Kind.QUESTION)) {
        all++;
        folded += at.piece(i).fold() >= 0 ? 1 : 0;
      }
    }
    return folded * 2 > all;
  }

  /// A heading that asks and has no question below it is one.
  private boolean asksByItself(int index) {
    Piece heading = at.piece(index);
    if (!Wording.asks(heading.said().text())) {
      return false;
    }
    for (int i = index + 1; i < at.size(); i++) {
      Piece piece = at.piece(i);
      if (at.opens(i, Openings.Kind.QUESTION) && Shape.of(piece).contains(at.main().shape())) {
        return false;
      }
      if (piece.is(Piece.Kind.HEADING)
          && piece.level() <= heading.level()
          && (piece.stands() || heading.fold() >= 0)) {
        break;
      }
    }
    return true;
  }

  /// A heading that asks right behind a question, with text of its own, is one although its level
  /// is higher, if hardly any other of that level does so.
  private boolean asksAmongOthers(int index, int before, boolean[] odd) {
    return before >= 0
        && at.opens(before, Openings.Kind.QUESTION)
        && asksWithText(index)
        && odd[at.piece(index).level()];
  }

  private boolean asksWithText(int index) {
    Piece next = at.piece(Math.min(index + 1, at.size() - 1));
    return Wording.asksPlainly(at.piece(index).said().text())
        && !next.is(Piece.Kind.HEADING)
        && (next.speaks() || next.is(Piece.Kind.CODE))
        && !at.isChrome(index + 1);
  }

  /// By level: whether hardly any of its headings asks with text of its own.
  private boolean[] oddLevels() {
    int[] all = new int[8];
    int[] asking = new int[8];
    for (int i = 0; i < at.size(); i++) {
      Piece piece = at.piece(i);
      if (piece.is(Piece.Kind.HEADING) && piece.stands()) {
        all[piece.level()]++;
        asking[piece.level()] += asksWithText(i) ? 1 : 0;
      }
    }
    boolean[] odd = new boolean[8];
    for (int level = 1; level < 8; level++) {
      odd[level] =
          asking[level] * 5 <= all[level] || asking[level] <= Math.max(1, all[at.level()] / 10);
    }
    return odd;
  }

  /// Where lists or folds ask, a heading names a topic, unless the headings of its level hardly
  /// ever have a question below them: then they divide answers.
  private boolean[] topicalLevels() {
    int[] all = new int[8];
    int[] holding = new int[8];
    int[] open = new int[8];
    for (int i = 0; i < at.size(); i++) {
      Piece piece = at.piece(i);
      if (piece.is(Piece.Kind.HEADING) && piece.lists() == 0 && piece.quotes() == 0) {
        all[piece.level()]++;
        for (int level = piece.level(); level < 8; level++) {
          open[level] = 0;
        }
        open[piece.level()] = 1;
      } else if (at.opens(i, Openings.Kind.QUESTION)) {
        for (int level = 1; level < 8; level++) {
          holding[level] += open[level];
          open[level] = 0;
        }
      }
    }
    boolean[] topical = new boolean[8];
    for (int level = 1; level < 8; level++) {
      topical[level] = holding[level] * 4 >= all[level] || level <= 2;
    }
    return topical;
  }

  /// Under a heading such as licence or translations there are questions only when they ask;
  /// contents end with the next heading.
  private void around() {
    for (int i = 0; i < at.size(); i++) {
      if (!at.opens(i, Openings.Kind.ASIDE)) {
        continue;
      }
      boolean contents = Contents.REASON.equals(at.chrome(i, i + 1).getFirst());
      List<Integer> below = new ArrayList<>();
      for (int k = i + 1; k < at.size(); k++) {
        if (at.opens(k, Openings.Kind.TOPIC)
            || at.opens(k, Openings.Kind.ASIDE)
            || (contents ? at.piece(k).is(Piece.Kind.HEADING) : isBeside(k, i))) {
          break;
        }
        if (at.opens(k, Openings.Kind.QUESTION)) {
          below.add(k);
        }
      }
      long asking = below.stream().filter(k -> Wording.asks(at.piece(k).said().text())).count();
      if (asking * 2 < below.size()) {
        below.forEach(k -> at.open(k, Openings.Kind.NOTHING));
      } else if (asking > 1
          && at.chrome(i, i + 1).getFirst() instanceof Reason reason
          && reason.code().equals("ignored.around")) {
        // Protocols and references are subjects too.
        at.open(i, Openings.Kind.TOPIC);
      }
    }
  }

  /// Whether one heading stands on the level of another, or above it.
  private boolean isBeside(int index, int heading) {
    Piece piece = at.piece(index);
    return piece.is(Piece.Kind.HEADING)
        && piece.lists() == 0
        && piece.level() <= at.piece(heading).level();
  }
}
