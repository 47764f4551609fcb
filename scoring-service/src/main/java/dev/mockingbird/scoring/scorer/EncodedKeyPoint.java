package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.scoring.scorer.text.Script;
import dev.mockingbird.scoring.scorer.text.Sentence;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Surface;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A key point made ready: encoded, with the weight of each token and term. Words that the question
/// already says weigh little.
///
/// @param telling how much each token tells, whether the question says it or not
/// @param weights the same, less what the question says
/// @param asked the best cosine of each token with any of the question
/// @param runs of characters that the question does not have, and `pieces` likewise
record EncodedKeyPoint(
    KeyPoint point,
    EncodedText encoded,
    double[] telling,
    double[] weights,
    float[] asked,
    List<Term> terms,
    double[] termWeights,
    Set<String> runs,
    Set<String> pieces) {

  private static final double SAID_BY_THE_QUESTION = 0.15;
  private static final double FUNCTION_WORD = 0.05;
  private static final double TELLING = 0.15;

  static EncodedKeyPoint of(
      KeyPoint point, EncodedQuestion question, TokenEncoder encoder, float[] center) {
    String text = point.text();
    EncodedText encoded = EncodedText.of(text, Sentence.of(text), encoder, center);
    List<Term> terms = Term.of(text);
    Set<String> said = question.surface().terms();
    Surface surface = Surface.of(text, question.language());
    double[] telling = telling(text, encoded.tokens(), terms);
    return new EncodedKeyPoint(
        point,
        encoded,
        telling,
        weights(text, encoded.tokens(), terms, telling, said),
        Nearest.of(encoded.vectors(), question.encoded().vectors()).cosine(),
        terms,
        terms.stream()
            .mapToDouble(
                term -> term.weight() * (said.contains(term.key()) ? SAID_BY_THE_QUESTION : 1))
            .toArray(),
        without(surface.runs(), question.surface().runs()),
        without(surface.pieces(), question.surface().pieces()));
  }

  /// Whether a token is more than a word that holds the sentence together.
  boolean tells(int token) {
    return telling[token] >= TELLING;
  }

  private static double[] telling(String text, List<Token> tokens, List<Term> terms) {
    boolean[] counts = new boolean[text.length()];
    for (Term term : terms) {
      if (!StopWords.contains(term.key())) {
        java.util.Arrays.fill(counts, term.from(), term.to(), true);
      }
    }
    return tokens.stream()
        .mapToDouble(
            token -> {
              int first = text.codePointAt(token.from());
              boolean functional =
                  !counts[token.from()] || Script.chinese(first) && StopWords.contains(first);
              return token.rarity() * (functional ? FUNCTION_WORD : 1);
            })
        .toArray();
  }

  private static double[] weights(
      String text, List<Token> tokens, List<Term> terms, double[] telling, Set<String> question) {
    boolean[] said = new boolean[text.length()];
    for (Term term : terms) {
      if (question.contains(term.key())) {
        java.util.Arrays.fill(said, term.from(), term.to(), true);
      }
    }
    double[] weights = new double[tokens.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = telling[i] * (said[tokens.get(i).from()] ? SAID_BY_THE_QUESTION : 1);
    }
    return weights;
  }

  private static Set<String> without(Set<String> own, Set<String> others) {
    Set<String> rest = new HashSet<>(own);
    rest.removeAll(others);
    return rest;
  }
}
