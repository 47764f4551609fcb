package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which pieces open a question and which name a topic. One shape holds most of the questions of a
/// file; a stretch of text under a topic that has none of that shape may have one of its own.
final class Structure {

  /// What a piece opens.
  enum Opens {
    NOTHING,
    TOPIC,
    QUESTION,
    /// What stands from here on belongs to no question.
    ASIDE,
    REQUIREMENT
  }

  /// One sentence that demands something is none of a list of demands.
  private static final int FEW = 3;

  /// Characters of a line that may name a topic without being a heading.
  private static final int SHORT = 30;

  private final List<Piece> pieces;
  private final List<@Nullable Reason> chrome;
  private final Choice choice;
  private final Ranked main;
  private final Map<Integer, Integer> foldEnds = new java.util.HashMap<>();
  private final Opens[] opens;
  private final boolean[] asking;
  private final String[] shapes;
  private final java.util.Set<String> questions = new java.util.HashSet<>();
  private int sectionsOfTheirOwn;

  private Structure(
      List<Piece> pieces,
      List<@Nullable Reason> chrome,
      Ranked main,
      Choice choice,
      List<Fold> folds) {
    for (Fold fold : folds) {
      for (int line = fold.summary().from(); line <= fold.summary().to(); line++) {
        foldEnds.putIfAbsent(line, fold.lines().to());
      }
    }
    this.pieces = pieces;
    this.chrome = chrome;
    this.choice = choice;
    this.main = main;
    this.opens = new Opens[pieces.size()];
    this.asking = new boolean[pieces.size()];
    this.shapes = new String[pieces.size()];
    Arrays.fill(opens, Opens.NOTHING);
    Arrays.fill(shapes, "");
  }

  static Structure of(
      List<Piece> pieces,
      List<@Nullable Reason> chrome,
      Ranked main,
      Choice choice,
      List<Fold> folds) {
    Structure structure = new Structure(pieces, chrome, main, choice, folds);
    structure.starts();
    structure.gaps();
    structure.linksElsewhere();
    structure.outliers();
    structure.promotions();
    structure.parents();
    structure.headings();
    structure.lead();
    structure.around();
    structure.ownShapes();
    structure.requirements();
    structure.told();
    return structure;
  }

  Opens opens(int index) {
    return opens[index];
  }

  /// The shape by which a question was found.
  String shape(int index) {
    return shapes[index];
  }

  int sectionsOfTheirOwn() {
    return sectionsOfTheirOwn;
  }

  private void starts() {
    boolean onlyWhatAsks =
        (main.shape().equals(Shape.PARAGRAPH) || main.shape().equals(Shape.LINE))
            && (main.askRatio() < 0.5 || main.starts() < FEW);
    boolean asks = false;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.is(Piece.Kind.ROW) && piece.level() == 1) {
        asks = Table.questionColumn(pieces, i).isPresent();
      }
      asking[i] = asks;
      boolean row = asksInRow(i);
      if (chrome.get(i) == null
          && Shape.of(piece).contains(main.shape())
          && (row || !piece.is(Piece.Kind.ROW) && Shapes.mayBeQuestion(piece, main.shape()))
          && (!onlyWhatAsks || Wording.asks(piece.said().text()))) {
        start(i, main.shape());
      }
    }
  }

  private boolean asksInRow(int index) {
    Piece piece = pieces.get(index);
    return piece.is(Piece.Kind.ROW) && piece.level() == 0 && asking[index];
  }

  private void start(int index, String shape) {
    opens[index] = Opens.QUESTION;
    shapes[index] = shape;
  }

  private boolean headingShape() {
    return main.shape().startsWith("heading-");
  }

  private int level() {
    return headingShape() ? main.shape().charAt(8) - '0' : 7;
  }

  /// Where most questions are words, an entry before the first topic that is nothing but a link and
  /// does not ask leads to further reading.
  private void linksElsewhere() {
    List<Integer> links = new java.util.ArrayList<>();
    int all = 0;
    int headings = 0;
    for (int i = 0; i < pieces.size(); i++) {
      headings += pieces.get(i).is(Piece.Kind.HEADING) && chrome.get(i) == null ? 1 : 0;
      if (opens[i] == Opens.QUESTION) {
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
      links.forEach(i -> opens[i] = Opens.NOTHING);
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
      if (opens[i] != Opens.QUESTION || number == null) {
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
    List<Integer> found = new java.util.ArrayList<>();
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
      found.forEach(i -> start(i, main.shape()));
    }
  }

  /// A short line that asks nothing, right above a question with which the numbers begin again,
  /// names a topic.
  private void lead() {
    boolean headed =
        IntStream.range(0, opens.length)
                .filter(i -> opens[i] == Opens.TOPIC && pieces.get(i).is(Piece.Kind.HEADING))
                .count()
            > 1;
    if (headed || !main.shape().startsWith("text-") && !main.shape().equals("number-1")) {
      return;
    }
    for (int i = 0; i + 1 < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      @Nullable Integer next = pieces.get(i + 1).said().number();
      boolean begins = opens[i + 1] == Opens.QUESTION && next != null && next == 1;
      String text = piece.said().text();
      if (begins
          && opens[i] == Opens.NOTHING
          && chrome.get(i) == null
          && piece.is(Piece.Kind.TEXT)
          && piece.stands()
          && !piece.markdown().startsWith(" ")
          && Said.hasWords(text)
          && text.length() <= SHORT
          && !Wording.asks(text)
          && !text.matches(".*[。，,;；.!！]$")) {
        opens[i] = Opens.TOPIC;
      }
    }
  }

  /// Under a heading such as licence or translations there are questions only when they ask.
  private void around() {
    for (int i = 0; i < pieces.size(); i++) {
      if (opens[i] != Opens.ASIDE) {
        continue;
      }
      List<Integer> below = new java.util.ArrayList<>();
      for (int k = i + 1; k < pieces.size(); k++) {
        if (opens[k] == Opens.TOPIC || opens[k] == Opens.ASIDE || isBeside(k, i)) {
          break;
        }
        if (opens[k] == Opens.QUESTION) {
          below.add(k);
        }
      }
      long asking = below.stream().filter(k -> Wording.asks(pieces.get(k).said().text())).count();
      if (asking * 2 < below.size()) {
        below.forEach(k -> opens[k] = Opens.NOTHING);
      }
    }
  }

  /// Whether one heading stands on the level of another, or above it.
  private boolean isBeside(int index, int heading) {
    Piece piece = pieces.get(index);
    return piece.is(Piece.Kind.HEADING)
        && piece.lists() == 0
        && piece.level() <= pieces.get(heading).level();
  }

  /// Stretches under a topic that demand something of a person.
  private void requirements() {
    List<Integer> demands = new java.util.ArrayList<>();
    List<Integer> others = new java.util.ArrayList<>();
    boolean announced = false;
    int from = -1;
    for (int i = 0; i <= pieces.size(); i++) {
      boolean ends = i == pieces.size() || opens[i] == Opens.TOPIC || opens[i] == Opens.ASIDE;
      if (!ends) {
        continue;
      }
      if (from > 0 && Requirements.demand(pieces.subList(from, i))) {
        announced |= Wording.announcesDemands(pieces.get(from - 1).said().text());
        for (int k = from; k < i; k++) {
          if (chrome.get(k) == null) {
            opens[k] = Requirements.isStatement(pieces.get(k)) ? Opens.REQUIREMENT : Opens.NOTHING;
          }
        }
      }
      from = i + 1;
    }
    if (demands.size() >= FEW || announced) {
      demands.forEach(i -> opens[i] = Opens.REQUIREMENT);
      others.forEach(i -> opens[i] = Opens.NOTHING);
    }
  }

  /// Where all the others are numbered, a heading without a number that does not ask is none of
  /// them.
  private void outliers() {
    if (!headingShape()) {
      return;
    }
    int all = 0;
    int numbered = 0;
    for (int i = 0; i < opens.length; i++) {
      if (opens[i] == Opens.QUESTION) {
        all++;
        numbered += marked(pieces.get(i)) ? 1 : 0;
      }
    }
    for (int i = 0; i < opens.length; i++) {
      Piece piece = pieces.get(i);
      if (opens[i] == Opens.QUESTION
          && !marked(piece)
          && numbered * 10 >= all * 8
          && !Wording.asks(piece.said().text())) {
        opens[i] = Opens.TOPIC;
      }
    }
  }

  /// A heading that does not ask and has several asking ones right below its level names their
  /// topic: lists change their levels on the way.
  private void promotions() {
    if (!headingShape()) {
      return;
    }
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (opens[i] != Opens.QUESTION || Wording.asksPlainly(piece.said().text())) {
        continue;
      }
      int below = 0;
      int asking = 0;
      for (int k = i + 1; k < pieces.size(); k++) {
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
        opens[i] = Opens.TOPIC;
      }
    }
  }

  /// Where the entries below entries ask, the upper ones name topics; one that has none below it
  /// asks itself.
  private void parents() {
    int depth = depth();
    if (depth < 2) {
      return;
    }
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (!piece.kind().isEntry()
          || piece.lists() >= depth
          || chrome.get(i) != null
          || !Said.hasWords(piece.said().text())) {
        continue;
      }
      if (holdsStarts(i)) {
        opens[i] = Opens.TOPIC;
      } else if (Wording.asks(piece.said().text())) {
        start(i, main.shape());
      }
    }
  }

  private boolean holdsStarts(int entry) {
    for (int i = entry + 1; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.lists() <= pieces.get(entry).lists()) {
        return false;
      }
      if (opens[i] == Opens.QUESTION) {
        return true;
      }
    }
    return false;
  }

  private int depth() {
    String shape = main.shape();
    return shape.matches("(?:bullet|number)-[2-9].*") ? shape.charAt(7) - '0' : 0;
  }

  /// Whether a piece stands behind the fold that a summary opens.
  boolean leaves(Piece start, Piece piece) {
    return start.is(Piece.Kind.SUMMARY) && piece.line() > foldEnd(start);
  }

  private int foldEnd(Piece summary) {
    return foldEnds.getOrDefault(summary.line(), Integer.MAX_VALUE);
  }

  private static boolean marked(Piece piece) {
    return piece.said().number() != null || !piece.said().style().isEmpty();
  }

  private void headings() {
    boolean[] topical = topicalLevels();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (opens[i] != Opens.NOTHING
          || !piece.is(Piece.Kind.HEADING)
          || piece.lists() > 0
          || piece.quotes() > 0) {
        continue;
      }
      boolean lone = main.shape().endsWith("-label");
      boolean above =
          headingShape()
              ? piece.level() < level() || piece.level() == level() && !lone
              : topical[piece.level()];
      if (!above) {
        continue;
      }
      if (piece.fold() >= 0 && !mostStartsAreFolded()) {
        continue;
      }
      if (chrome.get(i) != null) {
        opens[i] = Opens.ASIDE;
      } else if (Label.of(piece.said().text()).filter(Label::alone).isPresent()) {
        opens[i] = Opens.NOTHING;
      } else if (piece.level() == level()) {
        opens[i] = Opens.TOPIC;
      } else if (headingShape() && asksByItself(i)) {
        start(i, "heading-" + piece.level());
      } else {
        opens[i] = Opens.TOPIC;
      }
    }
  }

  private boolean mostStartsAreFolded() {
    int all = 0;
    int folded = 0;
    for (int i = 0; i < opens.length; i++) {
      if (opens[i] == Opens.QUESTION) {
        all++;
        folded += pieces.get(i).fold() >= 0 ? 1 : 0;
      }
    }
    return folded * 2 > all;
  }

  /// A heading that asks and has no question below it is one.
  private boolean asksByItself(int index) {
    Piece heading = pieces.get(index);
    if (!Wording.asks(heading.said().text())) {
      return false;
    }
    for (int i = index + 1; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (opens[i] == Opens.QUESTION && Shape.of(piece).contains(main.shape())) {
        return false;
      }
      if (piece.is(Piece.Kind.HEADING) && piece.stands() && piece.level() <= heading.level()) {
        break;
      }
    }
    return true;
  }

  /// Where lists or folds ask, a heading names a topic, unless the headings of its level hardly
  /// ever have a question below them: then they divide answers.
  private boolean[] topicalLevels() {
    int[] all = new int[8];
    int[] holding = new int[8];
    int[] open = new int[8];
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.is(Piece.Kind.HEADING) && piece.lists() == 0 && piece.quotes() == 0) {
        all[piece.level()]++;
        for (int level = piece.level(); level < 8; level++) {
          open[level] = 0;
        }
        open[piece.level()] = 1;
      } else if (opens[i] == Opens.QUESTION) {
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

  /// Looks at each stretch under a topic, behind a fold or at the top before its first question.
  private void ownShapes() {
    for (int i = 0; i < pieces.size(); i++) {
      if (opens[i] == Opens.QUESTION || pieces.get(i).is(Piece.Kind.HEADING)) {
        questions.add(words(pieces.get(i)));
      }
    }
    int from = 0;
    @Nullable Piece open = null;
    boolean eligible = true;
    for (int i = 0; i <= pieces.size(); i++) {
      boolean ends = i == pieces.size() || opens[i] != Opens.NOTHING;
      boolean leaves = !ends && open != null && leaves(open, pieces.get(i));
      if (ends && eligible) {
        ownShape(from, i, from == 0 || pieces.get(from - 1).level() == 1 && from < 6);
      }
      if (ends && i < pieces.size()) {
        open = opens[i] == Opens.QUESTION ? pieces.get(i) : null;
        eligible = opens[i] == Opens.TOPIC;
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
    List<Ranked> ranked = Shapes.rank(pieces.subList(from, to), chrome.subList(from, to));
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
        boolean any = false;
        for (int i = from; i < to; i++) {
          Piece piece = pieces.get(i);
          if (chrome.get(i) == null
              && Shape.of(piece).contains(own.shape())
              && (piece.is(Piece.Kind.ROW)
                  ? asksInRow(i)
                  : Shapes.mayBeQuestion(piece, own.shape()))
              && (!own.shape().equals(Shape.PARAGRAPH)
                  || Wording.asksPlainly(piece.said().text()))) {
            start(i, own.shape());
            any = true;
          }
        }
        sectionsOfTheirOwn += any ? 1 : 0;
        return;
      }
    }
  }

  /// Entries that say what later questions say again are their table of contents.
  private boolean repeats(Ranked own, int from, int to) {
    int all = 0;
    int again = 0;
    for (int i = from; i < to; i++) {
      if (Shape.of(pieces.get(i)).contains(own.shape())) {
        all++;
        again += questions.contains(words(pieces.get(i))) ? 1 : 0;
      }
    }
    boolean repeats = again * 2 > all;
    for (int i = from; i < to && repeats; i++) {
      chrome.set(i, Reason.of("ignored.contents"));
    }
    return repeats;
  }

  private static String words(Piece piece) {
    return piece.said().text().toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private boolean convinces(Ranked own) {
    if (own.shape().startsWith("heading") || own.shape().equals(Shape.LINE)) {
      return own.starts() >= 2 && (own.askRatio() >= 0.7 || own.sequence() * own.starts() > 3);
    }
    return own.askRatio() >= 0.5;
  }

  private void told() {
    Map<Integer, Role> roles = new TreeMap<>(choice.roles());
    for (int i = 0; i < pieces.size(); i++) {
      @Nullable Role role = roles.get(pieces.get(i).line());
      if (role == null) {
        continue;
      }
      switch (role) {
        case TOPIC -> opens[i] = Opens.TOPIC;
        case QUESTION -> start(i, "told");
        case BODY, ANSWER, DETAIL -> opens[i] = Opens.NOTHING;
        case IGNORED -> opens[i] = opens[i] == Opens.NOTHING ? Opens.NOTHING : Opens.ASIDE;
        case REQUIREMENT -> opens[i] = Opens.REQUIREMENT;
      }
    }
  }
}
