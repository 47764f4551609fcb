package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.text.Demand;
import dev.mockingbird.scoring.scorer.text.Surface;
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

  static Comparison of(
      EncodedQuestion question,
      List<EncodedKeyPoint> points,
      ReadAnswer whole,
      TokenEncoder encoder,
      float[] center) {
    Set<String> wanted = new HashSet<>();
    points.forEach(point -> point.terms().forEach(term -> wanted.add(term.key())));
    ReadAnswer answer = whole.nearTo(wanted);
    EncodedText encoded = EncodedText.of(answer.text(), answer.sentences(), encoder, center);
    Surface surface = Surface.of(answer.parts(), question.language());
    return new Comparison(
        question,
        answer,
        encoded,
        surface,
        points.stream().map(it -> Alignment.of(it, encoded, surface)).toList());
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
  /// sentence comes to any of the question and to any of the key points, and how far it covers the
  /// meaning of the best key point, and goes beyond the question in one.
  ///
  /// @param each [#aspectsOfEach]
  double[] topic(List<double[]> each) {
    float[][] means = encoded.means();
    double near = 0;
    double meaning = 0;
    double beyond = 0;
    for (Alignment alignment : alignments) {
      near = Math.max(near, nearest(means, alignment.keyPoint().encoded().means()));
    }
    for (double[] aspects : each) {
      meaning = Math.max(meaning, aspects[Aspects.Aspect.MEANING.ordinal()]);
      beyond = Math.max(beyond, aspects[Aspects.Aspect.BEYOND_THE_QUESTION.ordinal()]);
    }
    return new double[] {nearest(means, question.encoded().means()), near, meaning, beyond};
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
