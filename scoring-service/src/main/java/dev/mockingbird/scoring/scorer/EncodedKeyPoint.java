package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import java.util.List;
import java.util.Set;

/// A key point made ready: encoded, with the weight of each token and term. Words that the question
/// already says weigh little.
record EncodedKeyPoint(
    KeyPoint point,
    List<Token> tokens,
    float[][] vectors,
    double[] weights,
    List<Term> terms,
    double[] termWeights) {

  private static final double SAID_BY_THE_QUESTION = 0.15;
  private static final double FUNCTION_WORD = 0.05;

  static EncodedKeyPoint of(KeyPoint point, Set<String> question, TokenEncoder encoder) {
    String text = point.text();
    List<Token> all = encoder.tokens(text);
    List<Token> tokens = all.subList(0, Math.min(all.size(), encoder.window()));
    List<Term> terms = Term.of(text);
    double[] termWeights =
        terms.stream()
            .mapToDouble(
                term -> term.weight() * (question.contains(term.key()) ? SAID_BY_THE_QUESTION : 1))
            .toArray();
    return new EncodedKeyPoint(
        point,
        tokens,
        encoder.vectors(tokens),
        weights(text, tokens, terms, question),
        terms,
        termWeights);
  }

  private static double[] weights(
      String text, List<Token> tokens, List<Term> terms, Set<String> question) {
    boolean[] said = new boolean[text.length()];
    boolean[] counts = new boolean[text.length()];
    for (Term term : terms) {
      for (int i = term.from(); i < term.to(); i++) {
        said[i] |= question.contains(term.key());
        counts[i] |= !StopWords.contains(term.key());
      }
    }
    double[] weights = new double[tokens.size()];
    for (int i = 0; i < weights.length; i++) {
      Token token = tokens.get(i);
      boolean functional =
          !counts[token.from()] || StopWords.contains(text.codePointAt(token.from()));
      weights[i] =
          token.rarity()
              * (functional ? FUNCTION_WORD : 1)
              * (said[token.from()] ? SAID_BY_THE_QUESTION : 1);
    }
    return weights;
  }
}
