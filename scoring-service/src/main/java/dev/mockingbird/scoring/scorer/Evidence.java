package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.Span;
import dev.mockingbird.scoring.scorer.text.Script;
import dev.mockingbird.scoring.scorer.text.Sentence;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Why a key point got its verdict: the candidate's words that match it, and its own words that
/// nothing matches.
final class Evidence {

  /// Cosine from which two tokens mean the same.
  static final double MATCHES = 0.5;

  private static final int MOST_SPANS = 4;
  private static final int MOST_TERMS = 8;
  private static final int FEW = 2;

  /// Share of a key point's weight below which a clause is no evidence for it.
  private static final double LEAST_SHARE = 0.12;

  /// Share of a key point's weight that is too little for a verdict, if it is but a word of it.
  private static final double LITTLE = 0.4;

  private static final double LEAST_SHOWN = 0.2;

  private Evidence() {}

  /// A clause of the answer from its first to its last word that matches.
  ///
  /// @param weight of the key point that matches in it
  record Shown(Sentence clause, double weight) {}

  /// One word of many is too little to call a key point covered, whatever it is near to; and so are
  /// words here and there, of which no clause has enough to be shown.
  static boolean thin(List<Shown> shown, Alignment alignment, Comparison comparison) {
    EncodedKeyPoint point = alignment.keyPoint();
    double[] weights = point.weights();
    double all = 0;
    double matched = 0;
    int tells = 0;
    int words = 0;
    for (int i = 0; i < weights.length; i++) {
      boolean word = point.tells(i) && !point.encoded().tokens().get(i).continues();
      boolean matches = alignment.nearest().cosine()[i] >= MATCHES;
      all += weights[i];
      matched += matches ? weights[i] : 0;
      tells += word ? 1 : 0;
      words += word && matches ? 1 : 0;
    }
    int few = comparison.question().language() == Language.CHINESE ? 2 * FEW - 1 : FEW;
    return tells > few && words < few && matched < LITTLE * all
        || shown.stream().mapToDouble(Shown::weight).sum() < LEAST_SHOWN * all;
  }

  /// Where they stand in the answer as it was written.
  static List<Span> spans(List<Shown> shown, Comparison comparison) {
    return shown.stream()
        .map(Shown::clause)
        .sorted(Comparator.comparingInt(Sentence::from))
        .map(it -> comparison.answer().original(it.from(), it.to()))
        .toList();
  }

  /// The clauses with most of the key point's weight first.
  static List<Shown> shown(Alignment alignment, Comparison comparison, double matches) {
    String text = comparison.answer().text();
    double[] matched = new double[text.length() + 1];
    boolean[] hit = new boolean[text.length() + 1];
    double total = 0;
    EncodedKeyPoint point = alignment.keyPoint();
    for (int i = 0; i < point.weights().length; i++) {
      total += point.weights()[i];
      int where = alignment.nearest().where()[i];
      if (where >= 0 && alignment.nearest().cosine()[i] >= matches) {
        Token token = comparison.encoded().tokens().get(where);
        matched[token.from()] += point.weights()[i];
        if (point.weights()[i] >= 0.1) {
          Arrays.fill(hit, token.from(), token.to(), true);
        }
      }
    }
    Set<String> keys = new HashSet<>();
    point.terms().forEach(term -> keys.add(term.key()));
    List<Shown> ranked = new ArrayList<>();
    for (Sentence sentence : comparison.answer().sentences()) {
      for (Term term : Term.of(sentence.in(text))) {
        if (keys.contains(term.key()) && !StopWords.contains(term.key())) {
          Arrays.fill(hit, sentence.from() + term.from(), sentence.from() + term.to(), true);
        }
      }
      addClauses(text, sentence, matched, hit, LEAST_SHARE * total, ranked);
    }
    return ranked.stream()
        .sorted(Comparator.comparingDouble(Shown::weight).reversed())
        .limit(MOST_SPANS)
        .toList();
  }

  private static void addClauses(
      String text,
      Sentence sentence,
      double[] matched,
      boolean[] hit,
      double least,
      List<Shown> ranked) {
    int from = sentence.from();
    while (from < sentence.to()) {
      int to = Math.min(clauseEnd(text, from), sentence.to());
      double weight = 0;
      int first = -1;
      int last = -1;
      for (int at = from; at < to; at++) {
        weight += matched[at];
        if (hit[at]) {
          first = first < 0 ? at : first;
          last = at + 1;
        }
      }
      if (first >= 0 && weight >= least) {
        Sentence words = wholeWords(text, first, last, new Sentence(from, to));
        if (words.in(text).codePoints().anyMatch(Character::isLetterOrDigit)) {
          ranked.add(new Shown(unpunctuated(text, words), weight));
        }
      }
      from = to;
    }
  }

  private static Sentence unpunctuated(String text, Sentence words) {
    int to = words.to();
    while (Character.isWhitespace(text.charAt(to - 1))
        || ",;.、，。；：".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return new Sentence(words.from(), to);
  }

  /// Words of the key point, neither in the question nor in the answer, nor anything like them.
  static List<String> missed(Alignment alignment, Comparison comparison) {
    EncodedKeyPoint point = alignment.keyPoint();
    String text = point.point().text();
    boolean[] open = new boolean[text.length()];
    for (int i = 0; i < point.encoded().tokens().size(); i++) {
      Token token = point.encoded().tokens().get(i);
      if (alignment.nearest().cosine()[i] < MATCHES) {
        Arrays.fill(open, token.from(), token.to(), true);
      }
    }
    for (int i = 0; i < alignment.has().length; i++) {
      Term term = point.terms().get(i);
      if (alignment.has()[i] || comparison.question().surface().terms().contains(term.key())) {
        Arrays.fill(open, term.from(), term.to(), false);
      }
    }
    Set<String> missed = new LinkedHashSet<>();
    int at = 0;
    while (at < text.length() && missed.size() < MOST_TERMS) {
      int codePoint = text.codePointAt(at);
      int end = at + Character.charCount(codePoint);
      if (Script.word(codePoint)) {
        end = Script.runEnd(text, at, Script::word);
        if (mostlyOpen(open, at, end)
            && !StopWords.contains(Term.of(text.substring(at, end)).getFirst().key())) {
          missed.add(text.substring(at, end));
        }
      } else if (open[at] && Script.chinese(codePoint) && !StopWords.contains(codePoint)) {
        end = openChinese(text, at, open);
        if (text.codePointCount(at, end) > 1) {
          missed.add(text.substring(at, end));
        }
      }
      at = end;
    }
    return List.copyOf(missed);
  }

  /// A word may be open in some of its pieces.
  private static boolean mostlyOpen(boolean[] open, int from, int to) {
    int some = 0;
    for (int at = from; at < to; at++) {
      some += open[at] ? 1 : 0;
    }
    return 2 * some > to - from;
  }

  private static int openChinese(String text, int from, boolean[] open) {
    int at = from;
    while (at < text.length()
        && open[at]
        && Script.chinese(text.codePointAt(at))
        && !StopWords.contains(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static int clauseEnd(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean stop = c == '.' && (at + 1 == text.length() || text.charAt(at + 1) <= ' ');
      if (stop || "\n,;!?，。；！？：".indexOf(c) >= 0) {
        return at + 1;
      }
    }
    return text.length();
  }

  /// Chinese shows no words: what a clause has but one or two characters more of is taken whole.
  private static Sentence wholeWords(String text, int from, int to, Sentence clause) {
    int first =
        Script.chinese(text.codePointAt(from)) && from - clause.from() <= FEW
            ? clause.from()
            : from;
    int last = to;
    if (Script.chinese(text.codePointBefore(to)) && clause.to() - to <= FEW + 1) {
      while (last < clause.to() && Character.isLetterOrDigit(text.charAt(last))) {
        last++;
      }
    }
    while (Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    while (first > 0
        && Script.word(text.codePointAt(first))
        && Script.word(text.codePointBefore(first))) {
      first -= Character.charCount(text.codePointBefore(first));
    }
    while (last < text.length()
        && Script.word(text.codePointBefore(last))
        && Script.word(text.codePointAt(last))) {
      last += Character.charCount(text.codePointAt(last));
    }
    return new Sentence(first, last);
  }
}
