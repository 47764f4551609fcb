package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.text.StopWords;
import java.util.List;
import java.util.Set;

/// What tells whether an answer is about its question at all.
final class Topic {

  /// A longer answer has more words of the reference by chance, up to this many.
  private static final int LONG = 40;

  private static final int A_FEW_WORDS = 6;

  /// As large a part of the reference is something.
  private static final double SOMETHING = 0.2;

  private Topic() {}

  /// A few words that are not the reference's are rather a poor answer than one to something else,
  /// unless they speak of who says them.
  static boolean canBeTold(Comparison comparison) {
    Set<String> aside = comparison.aside();
    return StopWords.without(comparison.surface().terms()).size() >= A_FEW_WORDS
        || Talk.names(aside)
        || aside.stream().anyMatch(Talk::says);
  }

  /// How near the nearest sentence comes to any of the question, and to any of the key points; the
  /// share of the reference's own words that the answer has; as logarithms, how many words the
  /// answer has and the reference of its own; how far the answer speaks of oneself or of grades,
  /// and whether of who speaks, instead of the reference; and each aspect of all key points
  /// together with the most of it in any.
  ///
  /// @param aspects [Comparison#aspects], and `each` [Comparison#aspectsOfEach]
  static double[] of(Comparison comparison, double[] aspects, List<double[]> each) {
    float[][] means = comparison.encoded().means();
    double near = 0;
    for (Alignment alignment : comparison.alignments()) {
      near = Math.max(near, nearest(means, alignment.keyPoint().encoded().means()));
    }
    Set<String> own = StopWords.without(comparison.own());
    Set<String> said = StopWords.without(comparison.surface().terms());
    Set<String> aside = comparison.aside();
    double share =
        own.isEmpty() ? 0 : (double) own.stream().filter(said::contains).count() / own.size();
    double nothing = Math.max(0, 1 - share / SOMETHING);
    double[] topic = new double[7 + 2 * aspects.length];
    topic[0] = nearest(means, comparison.question().encoded().means());
    topic[1] = near;
    topic[2] = share;
    topic[3] = StrictMath.log1p(Math.min(LONG, said.size()));
    topic[4] = StrictMath.log1p(own.size());
    topic[5] = nothing * Talk.share(aside);
    topic[6] = Talk.names(aside) ? nothing : 0;
    for (int i = 0; i < aspects.length; i++) {
      topic[7 + 2 * i] = aspects[i];
      for (double[] one : each) {
        topic[8 + 2 * i] = Math.max(topic[8 + 2 * i], one[i]);
      }
    }
    return topic;
  }

  private static float nearest(float[][] sentences, float[][] others) {
    float nearest = 0;
    for (float cosine : Nearest.of(sentences, others).cosine()) {
      nearest = Math.max(nearest, cosine);
    }
    return nearest;
  }
}
