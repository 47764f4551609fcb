package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What tells whether an answer is about its question at all. The sentence that comes nearest to
/// the key points speaks for all: what is said besides makes nothing of it less to the point.
final class Topic {

  /// A longer sentence has more words of the reference by chance, up to this many.
  private static final int LONG = 40;

  private static final int MANY_WORDS = 6;
  private static final int SOME_WORDS = 3;

  /// Of the question's words, in a sentence that asks it again; and so many others besides.
  private static final double REPEATED = 0.75;

  private static final int BESIDES = 2;

  /// As large a part of the reference is something.
  private static final double SOMETHING = 0.2;

  private final Comparison comparison;
  private final Set<String> own;

  /// Keys of the nearest sentence's terms; of them, those that neither question nor key points
  /// have.
  private final Set<String> said;

  private final Set<String> aside;
  private final double nearToQuestion;
  private final double nearToKeyPoints;

  Topic(Comparison comparison) {
    this.comparison = comparison;
    this.own = StopWords.without(comparison.own());
    float[][] means = comparison.encoded().means();
    List<Set<String>> sentences =
        comparison.answer().parts().stream().limit(means.length).map(Term::keys).toList();
    Set<String> asked = StopWords.without(comparison.question().surface().terms());
    boolean all = sentences.stream().allMatch(it -> repeats(it, asked));
    Set<String> nearest = Set.of();
    double toQuestion = 0;
    double toKeyPoints = -1;
    for (int i = 0; i < means.length; i++) {
      if (all || !repeats(sentences.get(i), asked)) {
        toQuestion = Math.max(toQuestion, nearness(means[i], comparison.question().encoded()));
        double near = 0;
        for (Alignment alignment : comparison.alignments()) {
          near = Math.max(near, nearness(means[i], alignment.keyPoint().encoded()));
        }
        if (near > toKeyPoints) {
          toKeyPoints = near;
          nearest = sentences.get(i);
        }
      }
    }
    this.said = nearest;
    this.aside = new HashSet<>(nearest);
    this.aside.retainAll(comparison.aside());
    this.nearToQuestion = toQuestion;
    this.nearToKeyPoints = Math.max(0, toKeyPoints);
  }

  private static boolean repeats(Set<String> sentence, Set<String> asked) {
    Set<String> besides = Talk.withoutTalk(sentence);
    besides.removeAll(asked);
    return !asked.isEmpty()
        && besides.size() <= BESIDES
        && asked.stream().filter(sentence::contains).count() >= REPEATED * asked.size();
  }

  private static double nearness(float[] sentence, EncodedText other) {
    return Nearest.of(new float[][] {sentence}, other.means()).cosine()[0];
  }

  /// A few words that are not the reference's are rather a poor answer than one to something else,
  /// the more so where the reference has but a few itself; unless they speak of who says them.
  boolean canBeTold() {
    int words = StopWords.without(comparison.surface().terms()).size();
    return words >= MANY_WORDS
        || words >= SOME_WORDS && own.size() >= SOME_WORDS
        || Talk.names(aside)
        || aside.stream().anyMatch(Talk::says);
  }

  /// But for sentences that only ask the question again: how near the nearest comes to any of the
  /// question, and to any of the key points; the share of the reference's own words that the answer
  /// has; as logarithms, how many words the nearest has and the reference of its own; how far the
  /// nearest speaks of oneself or of grades, and whether of who speaks, instead of the reference;
  /// and each aspect of all key points together with the most of it in any.
  ///
  /// @param aspects [Comparison#aspects], and `each` [Comparison#aspectsOfEach]
  double[] signs(double[] aspects, List<double[]> each) {
    Set<String> answer = comparison.surface().terms();
    double share =
        own.isEmpty() ? 0 : (double) own.stream().filter(answer::contains).count() / own.size();
    double nothing = Math.max(0, 1 - share / SOMETHING);
    double[] signs = new double[7 + 2 * aspects.length];
    signs[0] = nearToQuestion;
    signs[1] = nearToKeyPoints;
    signs[2] = share;
    signs[3] = StrictMath.log1p(Math.min(LONG, StopWords.without(said).size()));
    signs[4] = StrictMath.log1p(own.size());
    signs[5] = nothing * Talk.share(aside);
    signs[6] = Talk.names(aside) ? nothing : 0;
    for (int i = 0; i < aspects.length; i++) {
      signs[7 + 2 * i] = aspects[i];
      for (double[] one : each) {
        signs[8 + 2 * i] = Math.max(signs[8 + 2 * i], one[i]);
      }
    }
    return signs;
  }
}
