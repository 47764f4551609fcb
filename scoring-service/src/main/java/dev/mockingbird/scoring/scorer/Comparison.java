package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.text.Demand;
import dev.mockingbird.scoring.scorer.text.StopWords;
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

  /// A longer answer has more words of the reference by chance, up to this many.
  private static final int LONG = 40;

  private static final int FEW = 6;

  /// As many parts of the reference are something.
  private static final int A_FEW = 5;

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
  /// sentence comes to any of the question and to any of the key points, the aspects of all key
  /// points together and the most of each in any, the share of the reference's own words that the
  /// answer has, and, as logarithms, how many words the answer has and the reference of its own; at
  /// last whether the answer speaks of oneself or of grades, and of nothing else.
  ///
  /// @param aspects [#aspects], and `each` [#aspectsOfEach]
  double[] topic(double[] aspects, List<double[]> each) {
    float[][] means = encoded.means();
    double near = 0;
    for (Alignment alignment : alignments) {
      near = Math.max(near, nearest(means, alignment.keyPoint().encoded().means()));
    }
    Set<String> own = contentful(own());
    Set<String> said = contentful(surface.terms());
    double[] topic = new double[7 + 2 * aspects.length];
    topic[0] = nearest(means, question.encoded().means());
    topic[1] = near;
    topic[2] =
        own.isEmpty() ? 0 : (double) own.stream().filter(said::contains).count() / own.size();
    topic[3] = StrictMath.log1p(Math.min(LONG, said.size()));
    topic[4] = StrictMath.log1p(own.size());
    Set<String> aside = aside();
    double nothingElse = Math.max(0, 1 - A_FEW * topic[2]);
    topic[5] = nothingElse * Talk.share(aside);
    topic[6] = Talk.names(aside) ? nothingElse : 0;
    for (int i = 0; i < aspects.length; i++) {
      topic[7 + 2 * i] = aspects[i];
      for (double[] one : each) {
        topic[8 + 2 * i] = Math.max(topic[8 + 2 * i], one[i]);
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

  /// A few words that are not the reference's are rather a poor answer than one to something else,
  /// unless they speak of who says them.
  boolean mayBeOffTopic() {
    Set<String> aside = aside();
    return contentful(surface.terms()).size() >= FEW
        || Talk.names(aside)
        || aside.stream().anyMatch(Talk::says);
  }

  /// What neither question nor key points say.
  private Set<String> aside() {
    Set<String> aside = new HashSet<>(surface.terms());
    aside.removeAll(question.surface().terms());
    alignments.forEach(it -> it.keyPoint().terms().forEach(term -> aside.remove(term.key())));
    return aside;
  }

  private static Set<String> contentful(Set<String> keys) {
    Set<String> some = new HashSet<>(keys);
    some.removeIf(StopWords::contains);
    return some;
  }

  /// Keys of the key points' terms that the question does not have.
  Set<String> own() {
    Set<String> own = new HashSet<>();
    alignments.forEach(it -> it.keyPoint().terms().forEach(term -> own.add(term.key())));
    own.removeAll(question.surface().terms());
    return own;
  }
}
