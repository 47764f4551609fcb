package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.ScoreEvent.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Why a key point got its verdict: the candidate's words that match it, and its own words that
/// nothing matches.
final class Evidence {

  private static final int MOST_SPANS = 4;
  private static final int MOST_TERMS = 8;

  /// Share of a key point's weight below which a clause is no evidence for it.
  private static final double LEAST_SHARE = 0.12;

  private Evidence() {}

  /// Clause by clause, from the first to the last word that matches; in the answer's order.
  static List<Span> spans(
      Alignment alignment,
      List<Token> answer,
      List<Term> answerTerms,
      String text,
      double matchCosine) {
    double[] matched = new double[text.length() + 1];
    boolean[] hit = new boolean[text.length() + 1];
    double total = 0;
    EncodedKeyPoint point = alignment.keyPoint();
    for (int i = 0; i < point.weights().length; i++) {
      total += point.weights()[i];
      int where = alignment.cosines().where()[i];
      if (where >= 0 && alignment.cosines().best()[i] >= matchCosine) {
        Token token = answer.get(where);
        matched[token.from()] += point.weights()[i];
        for (int at = token.from(); at < token.to(); at++) {
          hit[at] = hit[at] || point.weights()[i] >= 0.1;
        }
      }
    }
    Set<String> keys = new HashSet<>();
    point.terms().forEach(term -> keys.add(term.key()));
    for (Term term : answerTerms) {
      if (keys.contains(term.key()) && !StopWords.contains(term.key())) {
        Arrays.fill(hit, term.from(), term.to(), true);
      }
    }
    record Ranked(Span span, double weight) {}
    List<Ranked> ranked = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = clauseEnd(text, from);
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
      if (first >= 0 && weight >= LEAST_SHARE * total) {
        ranked.add(new Ranked(wholeWords(text, first, last), weight));
      }
      from = to;
    }
    return ranked.stream()
        .sorted((a, b) -> Double.compare(b.weight, a.weight))
        .limit(MOST_SPANS)
        .map(Ranked::span)
        .sorted((a, b) -> Integer.compare(a.from(), b.from()))
        .toList();
  }

  /// Words of the key point, neither in the question nor in the answer, nor anything like them.
  static List<String> missed(
      Alignment alignment, Set<String> question, Set<String> answerTerms, double matchCosine) {
    EncodedKeyPoint point = alignment.keyPoint();
    String text = point.point().text();
    boolean[] open = new boolean[text.length()];
    for (int i = 0; i < point.tokens().size(); i++) {
      Token token = point.tokens().get(i);
      if (alignment.cosines().best()[i] < matchCosine) {
        Arrays.fill(open, token.from(), token.to(), true);
      }
    }
    for (Term term : point.terms()) {
      if (answerTerms.contains(term.key()) || question.contains(term.key())) {
        Arrays.fill(open, term.from(), term.to(), false);
      }
    }
    Set<String> missed = new LinkedHashSet<>();
    int at = 0;
    while (at < text.length() && missed.size() < MOST_TERMS) {
      int codePoint = text.codePointAt(at);
      int end = at + Character.charCount(codePoint);
      if (open[at] && Script.word(codePoint)) {
        end = Script.runEnd(text, at, Script::word);
        if (!StopWords.contains(Term.of(text.substring(at, end)).getFirst().key())) {
          missed.add(text.substring(at, end));
        }
      } else if (open[at] && Script.chinese(codePoint)) {
        end = openChinese(text, at, open);
        if (text.codePointCount(at, end) > 1) {
          missed.add(text.substring(at, end));
        }
      }
      at = end;
    }
    return List.copyOf(missed);
  }

  private static int openChinese(String text, int from, boolean[] open) {
    int at = from;
    while (at < text.length()
        && open[at]
        && Script.chinese(text.codePointAt(at))
        && !(at > from && StopWords.contains(text.codePointAt(at)))) {
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

  private static Span wholeWords(String text, int from, int to) {
    int first = from;
    int last = to;
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
    return new Span(first, last);
  }
}
