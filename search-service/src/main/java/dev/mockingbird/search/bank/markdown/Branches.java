package dev.mockingbird.search.bank.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lists within lists, of which some branches go deeper than others. In each branch, an entry that
/// asks nothing and has asking ones below it names a topic; one that asks and has none has an
/// answer below it.
final class Branches {

  private static final Pattern ENTRY = Pattern.compile("(?:bullet|number)-(\\d).*");

  private static final Pattern SENTENCE = Pattern.compile("[。.!！；;]\\s*+$");

  /// A sentence that tells something, or the label in front of one.
  private static final Pattern TELLS = Pattern.compile("[。.；;，,、:：]\\s*+$");

  private final Openings at;
  private final int from;
  private final int depth;

  /// By entry: the entries right below it.
  private final List<List<Integer>> below = new ArrayList<>();

  /// Entries that stand beside each other.
  private final List<List<Integer>> siblings = new ArrayList<>();

  /// By entry: whether it names a topic if it asks nothing itself.
  private final boolean[] topical;

  private final boolean[] holds;

  private final boolean tags;
  private final Terms terms;

  private Branches(Openings at, int from, int to, int depth) {
    this.at = at;
    this.from = from;
    this.depth = depth;
    this.topical = new boolean[to - from];
    this.holds = new boolean[to - from];
    for (int i = from; i < to; i++) {
      below.add(new ArrayList<>());
    }
    connect(to);
    this.tags = !at.insists() && Tags.mark(at, from, to);
    this.terms = new Terms(at, from, siblings, below);
  }

  /// @param shape of the questions in this stretch
  static void in(Openings at, int from, int to, String shape) {
    depth(shape).ifPresent(depth -> new Branches(at, from, to, depth).grow(to));
  }

  private static Optional<Integer> depth(String shape) {
    Matcher entry = ENTRY.matcher(shape);
    return entry.matches() ? Optional.of(entry.group(1).charAt(0) - '0') : Optional.empty();
  }

  private void grow(int to) {
    for (int i = to - 1; i >= from; i--) {
      if (isEntry(i)) {
        topical[i - from] = mostAsk(below(i)) || terms.isTopic(i);
      }
    }
    for (int i = to - 1; i >= from; i--) {
      if (isEntry(i)) {
        decide(i);
        holds[i - from] =
            below(i).stream().anyMatch(k -> holds[k - from] || at.opens(k, Openings.Kind.QUESTION));
      }
    }
    siblings.forEach(this::leaves);
    if (tags) {
      tagged(to);
    }
  }

  private void connect(int to) {
    Deque<Integer> open = new ArrayDeque<>();
    List<Integer> roots = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Piece piece = at.piece(i);
      boolean entry = piece.kind().isEntry();
      if (piece.is(Piece.Kind.HEADING) && piece.lists() == 0) {
        siblings.add(roots);
        roots = new ArrayList<>();
      }
      while (!open.isEmpty() && at.piece(open.peek()).lists() >= piece.lists() + (entry ? 0 : 1)) {
        open.pop();
      }
      if (isEntry(i)) {
        (open.isEmpty() ? roots : below(open.peek())).add(i);
        open.push(i);
      }
    }
    siblings.add(roots);
    siblings.addAll(below);
  }

  private boolean isEntry(int index) {
    Piece piece = at.piece(index);
    return piece.kind().isEntry()
        && piece.quotes() == 0
        && !at.isChrome(index)
        && Said.hasWords(piece.said().text());
  }

  private List<Integer> below(int entry) {
    return below.get(entry - from);
  }

  private boolean asks(int entry) {
    String text = at.piece(entry).said().text();
    return isTagged(entry)
        || Wording.asksPlainly(text)
        || Task.wants(text)
        || Wording.asks(text) && !TELLS.matcher(Wording.start(text)).find();
  }

  private boolean isTagged(int entry) {
    return tags && Tags.has(at.piece(entry));
  }

  private boolean isTopic(int entry) {
    String text = at.piece(entry).said().text();
    return topical[entry - from]
        && !Wording.asks(text)
        && !SENTENCE.matcher(Wording.start(text)).find();
  }

  private boolean mostAsk(List<Integer> entries) {
    long asking = entries.stream().filter(k -> asks(k) || topical[k - from]).count();
    return asking > 0 && asking * 10 >= entries.size() * 6L;
  }

  /// What stands below has been decided.
  private void decide(int entry) {
    boolean question = at.opens(entry, Openings.Kind.QUESTION);
    if (at.piece(entry).lists() > depth || at.piece(entry).lists() == depth && !question) {
      return;
    }
    if (isTopic(entry) && !at.insists()) {
      open(entry);
    } else if (terms.isTerm(entry)) {
      at.start(entry, at.main().shape());
      below(entry).forEach(this::answer);
    } else if (at.piece(entry).lists() < depth) {
      boolean holds = holdsQuestions(entry);
      boolean answered =
          holds
              && !at.insists()
              && Wording.asksPlainly(at.piece(entry).said().text())
              && !topical[entry - from];
      if (answered) {
        below(entry).forEach(this::answer);
      }
      if (holds && !answered) {
        at.open(entry, Openings.Kind.TOPIC);
      } else if (asks(entry)) {
        at.start(entry, at.main().shape());
      }
    }
  }

  private boolean holdsQuestions(int entry) {
    return below(entry).stream()
        .anyMatch(k -> holds[k - from] || at.opens(k, Openings.Kind.QUESTION));
  }

  private void open(int topic) {
    at.open(topic, Openings.Kind.TOPIC);
    for (int k : below(topic)) {
      if (isTopic(k)) {
        open(k);
      } else if (!at.opens(k, Openings.Kind.TOPIC)) {
        at.start(k, at.main().shape());
      }
    }
  }

  private void answer(int entry) {
    at.goOnWithAnAnswer(entry);
    below(entry).forEach(this::answer);
  }

  /// An entry above the others' depth, with none below it, is what most of its neighbours are.
  private void leaves(List<Integer> entries) {
    long topics = entries.stream().filter(k -> at.opens(k, Openings.Kind.TOPIC)).count();
    long questions = entries.stream().filter(k -> at.opens(k, Openings.Kind.QUESTION)).count();
    for (int k : entries) {
      if (at.piece(k).lists() < depth && at.opens(k, Openings.Kind.NOTHING)) {
        if (questions > topics) {
          at.start(k, at.main().shape());
        } else if (topics > 0) {
          at.open(k, Openings.Kind.TOPIC);
        }
      }
    }
  }

  /// Where tags tell the questions from the rest, they do so at any depth; what has none, asks
  /// nothing plainly and stands above them says what they are about.
  private void tagged(int to) {
    for (int i = from; i < to; i++) {
      if (!isEntry(i)) {
        continue;
      }
      if (isTagged(i)) {
        at.start(i, at.main().shape());
      } else if (below(i).stream().anyMatch(this::isTagged)
          && !Wording.asksPlainly(at.piece(i).said().text())) {
        at.open(i, Openings.Kind.TOPIC);
      }
    }
  }
}
