package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.ScoreEvent.Span;
import dev.mockingbird.scoring.scorer.text.CleanText;
import dev.mockingbird.scoring.scorer.text.Sentence;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An answer as the scorer reads it: what the eye sees, each sentence once, without what speaks to
/// the grader.
///
/// @param sentences those that count, in the answer's order
/// @param rules what was noticed on the way
record ReadAnswer(CleanText clean, List<Sentence> sentences, Set<Rule> rules) {

  /// In UTF-16 units of English; Chinese takes as many tokens for a quarter of them.
  private static final int MOST = 3200;

  private static final int SHORT_SENTENCE = 8;
  private static final double REPEATED_SHARE = 0.25;

  static ReadAnswer of(String answer) {
    CleanText clean = CleanText.of(answer);
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    List<Sentence> kept = new ArrayList<>();
    Set<String> known = new HashSet<>();
    int repeated = 0;
    int all = 0;
    for (Sentence sentence : Sentence.of(clean.text())) {
      String key = sentence.key(clean.text());
      all += key.length();
      if (Instructions.in(sentence.in(clean.text()))) {
        rules.add(Rule.INSTRUCTIONS);
      } else if (known.add(key)) {
        kept.add(sentence);
      } else {
        repeated += key.length();
      }
    }
    if (repeated > SHORT_SENTENCE && repeated >= REPEATED_SHARE * all) {
      rules.add(Rule.REPETITION);
    }
    if (clean.hidden()) {
      rules.add(Rule.HIDDEN_CHARACTERS);
    }
    if (clean.lookAlikes()) {
      rules.add(Rule.LOOK_ALIKES);
    }
    return new ReadAnswer(clean, List.copyOf(kept), rules);
  }

  String text() {
    return clean.text();
  }

  /// What counts of it.
  String counted() {
    return String.join("\n", parts());
  }

  List<String> parts() {
    return sentences.stream().map(it -> it.in(text())).toList();
  }

  /// Of a very long answer the sentences that share most terms with the key points, so that the
  /// time to score has a bound.
  ///
  /// @param wanted keys of the key points' terms
  ReadAnswer nearTo(Set<String> wanted) {
    if (sentences.stream().mapToInt(this::size).sum() <= MOST) {
      return this;
    }
    record Ranked(Sentence sentence, long shared) {}
    List<Ranked> ranked =
        sentences.stream()
            .map(
                it ->
                    new Ranked(
                        it, Term.keys(it.in(text())).stream().filter(wanted::contains).count()))
            .sorted(Comparator.comparingLong(Ranked::shared).reversed())
            .toList();
    List<Sentence> nearest = new ArrayList<>();
    int size = 0;
    for (Ranked next : ranked) {
      size += size(next.sentence());
      if (size > MOST && !nearest.isEmpty()) {
        break;
      }
      nearest.add(next.sentence());
    }
    nearest.sort(Comparator.comparingInt(Sentence::from));
    Set<Rule> more = EnumSet.of(Rule.LONG_ANSWER);
    more.addAll(rules);
    return new ReadAnswer(clean, nearest, more);
  }

  /// In the answer as it was written.
  Span original(int from, int to) {
    return new Span(clean.start(from), clean.end(to));
  }

  private int size(Sentence sentence) {
    return sentence
        .in(text())
        .codePoints()
        .map(it -> dev.mockingbird.scoring.scorer.text.Script.chinese(it) ? 4 : 1)
        .sum();
  }
}
