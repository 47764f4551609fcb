package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.Aspects.Aspect;
import dev.mockingbird.scoring.scorer.text.Demand;
import dev.mockingbird.scoring.scorer.text.Surface;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An answer laid beside the key points of one reference.
///
/// @param alignments one for each key point
record Comparison(
    EncodedQuestion question,
    ReadAnswer answer,
    EncodedText encoded,
    Surface surface,
    List<Alignment> alignments) {

  private static final List<Aspect> ON_TOPIC =
      List.of(Aspect.MEANING, Aspect.BEYOND_THE_QUESTION, Aspect.WORDS, Aspect.RUNS, Aspect.NAMED);

  static Comparison of(
      EncodedReference reference, ReadAnswer whole, TokenEncoder encoder, float[] center) {
    Set<String> wanted = new HashSet<>();
    reference.points().forEach(point -> point.terms().forEach(term -> wanted.add(term.key())));
    ReadAnswer answer = whole.nearTo(wanted);
    EncodedText encoded = EncodedText.of(answer.text(), answer.sentences(), encoder, center);
    Surface surface = Surface.of(answer.parts(), reference.question().language());
    List<Items.Named> named = reference.items().in(answer.parts());
    List<Alignment> alignments = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      alignments.add(Alignment.of(reference.points().get(i), encoded, surface, named.get(i)));
    }
    return new Comparison(reference.question(), answer, encoded, surface, alignments);
  }

  Demand demand() {
    int length = alignments.stream().mapToInt(it -> it.keyPoint().point().text().length()).sum();
    return Demand.of(question.text(), length, question.language());
  }

  /// Of all key points together.
  double[] aspects() {
    return Aspects.of(alignments);
  }

  /// Of each key point by itself, in their order.
  List<double[]> aspectsOfEach() {
    return alignments.stream().map(it -> Aspects.of(List.of(it))).toList();
  }

  /// What tells whether the answer is about the question at all, each 0 to 1: how near its nearest
  /// sentence comes to any of the question and to any of the key points, and the most of some
  /// aspects of any key point.
  ///
  /// @param each [#aspectsOfEach]
  double[] topic(List<double[]> each) {
    float[][] means = encoded.means();
    double near = 0;
    for (Alignment alignment : alignments) {
      near = Math.max(near, nearest(means, alignment.keyPoint().encoded().means()));
    }
    double[] topic = new double[2 + ON_TOPIC.size()];
    topic[0] = nearest(means, question.encoded().means());
    topic[1] = near;
    for (int i = 0; i < ON_TOPIC.size(); i++) {
      for (double[] aspects : each) {
        topic[2 + i] = Math.max(topic[2 + i], aspects[ON_TOPIC.get(i).ordinal()]);
      }
    }
    return topic;
  }

  private static double nearest(float[][] sentences, float[][] others) {
    float nearest = 0;
    for (float cosine : Nearest.of(sentences, others).cosine()) {
      nearest = Math.max(nearest, cosine);
    }
    return nearest;
  }

  /// Keys of the key points' terms that the question does not have.
  Set<String> own() {
    Set<String> own = new HashSet<>();
    alignments.forEach(it -> it.keyPoint().terms().forEach(term -> own.add(term.key())));
    own.removeAll(question.surface().terms());
    return own;
  }
}
