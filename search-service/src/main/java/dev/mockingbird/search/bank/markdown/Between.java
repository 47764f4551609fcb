package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What stands between lists, and behind the last of them: a line that names the topic of the next
/// list, the answer to the last entry where entries are answered like that, or nobody's.
final class Between {

  /// Characters of a line that may name a topic and is marked as a name: bold, or ending in a
  /// colon.
  private static final int NAME = 60;

  /// Characters of a line that may name a topic though nothing marks it.
  private static final int PLAIN = 30;

  /// Entries among which a single answer is no habit.
  private static final int SEVERAL = 4;

  private static final Reason BEHIND = Reason.of("ignored.behind-list");

  /// An entry that asks, and what stands below it.
  ///
  /// @param outside index of the first piece below it that stands in no list; -1 without any
  /// @param end index of what opens something else
  /// @param inside whether it has content of its own, in its list
  /// @param closes whether it may be the last of a list that has nothing below its entries: the one
  ///   right before it is bare, and no number goes on behind what stands below it
  private record Entry(int outside, int end, boolean inside, boolean closes) {

    boolean bare() {
      return !inside && outside < 0;
    }
  }

  private final Openings at;
  private final boolean headed;
  private final List<Entry> entries = new ArrayList<>();

  private Between(Openings at) {
    this.at = at;
    this.headed =
        IntStream.range(0, at.size())
                .filter(i -> at.opens(i, Openings.Kind.TOPIC) && at.piece(i).is(Piece.Kind.HEADING))
                .limit(2)
                .count()
            > 1;
  }

  static void in(Openings at) {
    Between between = new Between(at);
    between.collect();
    between.topics();
    between.leftovers();
  }

  private void collect() {
    boolean bare = false;
    for (int i = 0; i < at.size(); i++) {
      if (!at.opens(i, Openings.Kind.QUESTION)) {
        bare &= at.opens(i, Openings.Kind.NOTHING);
        continue;
      }
      if (!at.piece(i).kind().isEntry()) {
        bare = false;
        continue;
      }
      Entry entry = entry(i, bare);
      entries.add(entry);
      bare = entry.bare();
    }
  }

  private Entry entry(int start, boolean bare) {
    boolean inside = false;
    int outside = -1;
    int end = start + 1;
    while (end < at.size() && at.opens(end, Openings.Kind.NOTHING)) {
      Piece piece = at.piece(end);
      if (outside < 0 && !at.isChrome(end) && !goesOn(end)) {
        if (piece.lists() == 0 && piece.fold() < 0 && !isAnswer(piece)) {
          outside = end;
        } else {
          inside = true;
        }
      }
      end++;
    }
    return new Entry(outside, end, inside, bare && !counts(start, end));
  }

  /// By its fold or its label, wherever it stands.
  private static boolean isAnswer(Piece piece) {
    return piece.is(Piece.Kind.SUMMARY)
        || Label.of(piece).filter(it -> it.part() == Label.Part.REFERENCE).isPresent();
  }

  private boolean counts(int start, int end) {
    @Nullable Integer number = at.piece(start).said().number();
    @Nullable Integer next = end < at.size() ? at.piece(end).said().number() : null;
    return number != null && next != null && next == number + 1;
  }

  /// Belongs to the words of the line before it, which broke at a margin.
  private boolean goesOn(int index) {
    return at.piece(index).continued() && Titles.broken(at.piece(index - 1), at.piece(index));
  }

  /// Lines right above a question that name what follows.
  private void topics() {
    List<Integer> marked = new ArrayList<>();
    List<Integer> plain = new ArrayList<>();
    for (int i = 0; i + 1 < at.size(); i++) {
      if (at.opens(i, Openings.Kind.NOTHING)
          && at.opens(i + 1, Openings.Kind.QUESTION)
          && !at.isChrome(i)
          && isLine(i)) {
        (isMarked(i) ? marked : plain).add(i);
      }
    }
    boolean answered = answeredOutside() && !nameTheFirst(marked);
    Set<Integer> dividing = dividing(marked);
    for (int i : marked) {
      if (above(i) && !answered && dividing.contains(i)
          || !headed && begins(i) && isPlainName(at.piece(i))) {
        at.open(i, Openings.Kind.TOPIC);
      }
    }
    for (int i : plain) {
      boolean alone = above(i) && !at.piece(i).continued() && !answers();
      if (!headed && isPlainName(at.piece(i)) && (begins(i) || alone)) {
        at.open(i, Openings.Kind.TOPIC);
      }
    }
  }

  /// One line below a heading only says that its list follows; several divide what the heading
  /// names. Without headings, bold words are a heading.
  private Set<Integer> dividing(List<Integer> marked) {
    Map<Integer, List<Integer>> below = new HashMap<>();
    int heading = -1;
    int next = 0;
    for (int i : marked) {
      for (; next < i; next++) {
        boolean opens = at.opens(next, Openings.Kind.TOPIC) || at.opens(next, Openings.Kind.ASIDE);
        heading = opens && headed ? next : heading;
      }
      below.computeIfAbsent(heading, _ -> new ArrayList<>()).add(i);
    }
    Set<Integer> dividing = new HashSet<>();
    below.forEach(
        (above, names) -> {
          boolean several =
              names.stream().map(i -> at.piece(i).said().text()).distinct().count() > 1;
          names.stream()
              .filter(i -> several || above < 0 && isBold(at.piece(i)))
              .forEach(dividing::add);
        });
    return dividing;
  }

  /// A line that stands in nothing and asks nothing.
  private boolean isLine(int index) {
    Piece piece = at.piece(index);
    return piece.is(Piece.Kind.TEXT)
        && piece.stands()
        && !piece.markdown().startsWith(" ")
        && Said.hasWords(piece.said().text())
        && !Wording.asksPlainly(piece.said().text())
        && Label.of(piece.said().text()).filter(Label::alone).isEmpty();
  }

  private boolean isMarked(int index) {
    Piece piece = at.piece(index);
    String text = piece.said().text();
    return text.length() <= NAME
        && !piece.continued()
        && (isBold(piece) || Wording.endsInColon(text));
  }

  private static boolean isBold(Piece piece) {
    Said said = piece.said();
    return said.bold()
        || !said.opening().isEmpty() && said.opening().length() * 2 > said.text().length();
  }

  private static boolean isPlainName(Piece piece) {
    String text = piece.said().text();
    return text.length() <= PLAIN && !Wording.asks(text) && !text.matches(".*[。，,;；.!！]$");
  }

  /// Right above an entry of a list.
  private boolean above(int index) {
    return at.piece(index + 1).kind().isEntry();
  }

  /// Right above a question with which the numbers begin again.
  private boolean begins(int index) {
    @Nullable Integer next = at.piece(index + 1).said().number();
    String shape = at.main().shape();
    return next != null && next == 1 && (shape.startsWith("text-") || shape.equals("number-1"));
  }

  /// Where names of topics are written like that, the first list has one too.
  private boolean nameTheFirst(List<Integer> marked) {
    int first =
        IntStream.range(0, at.size())
            .filter(i -> at.opens(i, Openings.Kind.QUESTION))
            .findFirst()
            .orElse(0);
    return marked.contains(first - 1);
  }

  private boolean answeredOutside() {
    return entries.stream().filter(this::answersOutside).count() * 4 > entries.size();
  }

  private boolean answers() {
    return evidence() * 4 > entries.size();
  }

  private long evidence() {
    return entries.stream().filter(it -> it.inside() || answersOutside(it)).count();
  }

  /// What stands behind several bare entries says nothing about whose it is.
  private boolean answersOutside(Entry entry) {
    return entry.outside() >= 0
        && !entry.closes()
        && !(entry.outside() + 1 == entry.end()
            && (at.piece(entry.outside()).is(Piece.Kind.RULE) || names(entry.outside())));
  }

  private boolean names(int index) {
    return isLine(index)
        && isMarked(index)
        && index + 1 < at.size()
        && at.opens(index + 1, Openings.Kind.QUESTION);
  }

  /// What stands behind a list without answers answers none of its questions.
  private void leftovers() {
    if (answers()) {
      return;
    }
    boolean lone = evidence() <= 1 && entries.size() >= SEVERAL;
    for (Entry entry : entries) {
      boolean last = entry.end() == at.size() || !at.opens(entry.end(), Openings.Kind.QUESTION);
      if (entry.outside() >= 0
          && !entry.inside()
          && (entry.closes() || lone && last)
          && Said.hasWords(at.piece(entry.outside()).said().text())) {
        for (int i = entry.outside(); i < entry.end(); i++) {
          if (!at.isChrome(i) && at.opens(i, Openings.Kind.NOTHING)) {
            at.leaveOut(i, BEHIND);
          }
        }
      }
    }
  }
}
