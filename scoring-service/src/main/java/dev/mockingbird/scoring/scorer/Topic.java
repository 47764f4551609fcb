package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What tells whether an answer is about its question at all.
final class Topic {

  /// A longer answer has more words of the reference by chance, up to this many.
  private static final int LONG = 40;

  private static final int MANY_WORDS = 6;
  private static final int SOME_WORDS = 3;

  /// Of the question's words, in a sentence that asks it again; and so many others besides.
  private static final double REPEATED = 0.75;

  private static final int BESIDES = 2;

  /// As large a part of the reference is something.
  private static final double SOMETHING = 0.2;

  private Topic() {}

  /// A few words that are not the reference's are rather a poor answer than one to something else,
  /// the more so where the reference has but a few itself; unless they speak of who says them.
  static boolean canBeTold(Comparison comparison) {
    Set<String> aside = comparison.aside();
    int said = StopWords.without(comparison.surface().terms()).size();
    return said >= MANY_WORDS
        || said >= SOME_WORDS && StopWords.without(comparison.own()).size() >= SOME_WORDS
        || Talk.names(aside)
        || aside.stream().anyMatch(Talk::says);
  }

  /// Without the sentences that only ask the question again: how near the nearest comes to any of
  /// the question, and to any of the key points; the share of the reference's own words that the
  /// answer has; as logarithms, how many words the answer has and the reference of its own; how far
  /// the answer speaks of oneself or of grades, and whether of who speaks, instead of the
  /// reference; and each aspect of all key points together with the most of it in any.
  ///
  /// @param aspects [Comparison#aspects], and `each` [Comparison#aspectsOfEach]
  static double[] of(Comparison comparison, double[] aspects, List<double[]> each) {
    float[][] all = comparison.encoded().means();
    List<Set<String>> sentences =
        comparison.answer().parts().stream().limit(all.length).map(Term::keys).toList();
    Set<String> asked = StopWords.without(comparison.question().surface().terms());
    int[] rest = butRepeated(sentences, asked);
    float[][] means = Arrays.stream(rest).mapToObj(i -> all[i]).toArray(float[][]::new);
    double near = 0;
    for (Alignment alignment : comparison.alignments()) {
      near = Math.max(near, nearest(means, alignment.keyPoint().encoded().means()));
    }
    Set<String> own = StopWords.without(comparison.own());
    Set<String> said =
        Arrays.stream(rest)
            .mapToObj(i -> StopWords.without(sentences.get(i)))
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
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

  /// The sentences that do not only ask the question again; all, where no others are left.
  private static int[] butRepeated(List<Set<String>> sentences, Set<String> asked) {
    int[] rest =
        IntStream.range(0, sentences.size())
            .filter(i -> !repeats(sentences.get(i), asked))
            .toArray();
    return rest.length > 0 ? rest : IntStream.range(0, sentences.size()).toArray();
  }

  private static boolean repeats(Set<String> sentence, Set<String> asked) {
    Set<String> besides = Talk.withoutTalk(sentence);
    besides.removeAll(asked);
    return !asked.isEmpty()
        && besides.size() <= BESIDES
        && asked.stream().filter(sentence::contains).count() >= REPEATED * asked.size();
  }

  private static float nearest(float[][] sentences, float[][] others) {
    float nearest = 0;
    for (float cosine : Nearest.of(sentences, others).cosine()) {
      nearest = Math.max(nearest, cosine);
    }
    return nearest;
  }
}
