package dev.mockingbird.scoring.scorer;

import java.util.Set;

/// One key point laid beside the answer.
///
/// @param similarity weighted mean over the key point's tokens of the best cosine
/// @param recall weighted share of the key point's terms that the answer has word for word
record Alignment(EncodedKeyPoint keyPoint, Cosines cosines, double similarity, double recall) {

  static Alignment of(EncodedKeyPoint keyPoint, Passages answer, Set<String> answerTerms) {
    Cosines cosines = Cosines.of(keyPoint.vectors(), answer.vectors());
    double[] cosine = new double[keyPoint.weights().length];
    for (int i = 0; i < cosine.length; i++) {
      cosine[i] = Math.max(0, cosines.best()[i]);
    }
    double[] has =
        keyPoint.terms().stream()
            .mapToDouble(term -> answerTerms.contains(term.key()) ? 1 : 0)
            .toArray();
    return new Alignment(
        keyPoint, cosines, mean(cosine, keyPoint.weights()), mean(has, keyPoint.termWeights()));
  }

  private static double mean(double[] values, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights[i];
      total += weights[i];
    }
    return total == 0 ? 0 : sum / total;
  }
}
