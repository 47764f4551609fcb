package dev.mockingbird.scoring.scorer;

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

  /// Keys of the key points' terms that the question does not have.
  Set<String> own() {
    Set<String> own = new HashSet<>();
    alignments.forEach(it -> it.keyPoint().terms().forEach(term -> own.add(term.key())));
    own.removeAll(question.surface().terms());
    return own;
  }

  /// Keys of the answer's terms that neither question nor key points have.
  Set<String> aside() {
    Set<String> aside = new HashSet<>(surface.terms());
    aside.removeAll(question.surface().terms());
    alignments.forEach(it -> it.keyPoint().terms().forEach(term -> aside.remove(term.key())));
    return aside;
  }
}
