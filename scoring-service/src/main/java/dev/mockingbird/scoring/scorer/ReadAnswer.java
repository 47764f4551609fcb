package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.ScoreEvent.Span;
import dev.mockingbird.scoring.scorer.text.CleanText;
import dev.mockingbird.scoring.scorer.text.Script;
import dev.mockingbird.scoring.scorer.text.Sentence;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// An answer as the scorer reads it: what the eye sees, each sentence once, without what speaks to
/// the grader or of the candidate.
///
/// @param sentences those that count, in the answer's order
/// @param rules what was noticed on the way
record ReadAnswer(CleanText clean, List<Sentence> sentences, Set<Rule> rules) {

  /// In UTF-16 units of English; Chinese takes as many tokens for a quarter of them.
  private static final int MOST = 3200;

  /// Of what the nearest sentence shares; what noise has in common by chance is less.
  private static final double LEAST_SHARED = 0.3;

  static ReadAnswer of(Submission submission) {
    return new Reading(submission).read();
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

  /// Of a very long answer the sentences that share most with the key points, so that the time to
  /// score has a bound. The longer a sentence, the more of its words are among them by chance.
  ///
  /// @param wanted keys of the key points' terms
  ReadAnswer nearTo(Set<String> wanted) {
    if (sentences.stream().mapToInt(this::size).sum() <= MOST) {
      return this;
    }
    record Ranked(Sentence sentence, double shared) {}
    List<Ranked> ranked =
        sentences.stream()
            .map(it -> new Ranked(it, shared(it, wanted)))
            .sorted(Comparator.comparingDouble(Ranked::shared).reversed())
            .toList();
    double least = LEAST_SHARED * ranked.getFirst().shared();
    List<Sentence> nearest = new ArrayList<>();
    int size = 0;
    for (Ranked next : ranked) {
      size += size(next.sentence());
      if (!nearest.isEmpty() && (size > MOST || next.shared() <= least)) {
        break;
      }
      nearest.add(next.sentence());
    }
    nearest.sort(Comparator.comparingInt(Sentence::from));
    Set<Rule> more = EnumSet.of(Rule.LONG_ANSWER);
    more.addAll(rules);
    return new ReadAnswer(clean, nearest, more);
  }

  private double shared(Sentence sentence, Set<String> wanted) {
    Set<String> keys = Term.keys(sentence.in(text()));
    long shared =
        keys.stream().filter(wanted::contains).filter(it -> !StopWords.contains(it)).count();
    return shared / Math.sqrt(Math.max(1, keys.size()));
  }

  /// In the answer as it was written.
  Span original(int from, int to) {
    return new Span(clean.start(from), clean.end(to));
  }

  private int size(Sentence sentence) {
    return sentence.in(text()).codePoints().map(it -> Script.chinese(it) ? 4 : 1).sum();
  }
}
