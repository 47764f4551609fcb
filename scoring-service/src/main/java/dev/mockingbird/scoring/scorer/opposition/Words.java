package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.opposition.Negations.Negation;
import dev.mockingbird.scoring.scorer.opposition.Statement.Word;
import dev.mockingbird.scoring.scorer.text.Script;
import dev.mockingbird.scoring.scorer.text.Sentence;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the words of a text.
final class Words {

  private static final double FUNCTION_WORD = 0.05;

  /// Such words name things, however common they are.
  private static final double LATIN_IN_CHINESE = 0.3;

  private static final Set<String> NEGATION_OR_OPERATOR =
      Set.of("NOT", "AND", "NOR", "BUT", "THE", "CANNOT", "NEVER");

  private final String text;
  private final TextVectors vectors;
  private final boolean chinese;

  Words(String text, TextVectors vectors, boolean chinese) {
    this.text = text;
    this.vectors = vectors;
    this.chinese = chinese;
  }

  List<Word> of(Sentence part, List<Negation> negations) {
    List<Word> words = new ArrayList<>();
    boolean free = negations.stream().noneMatch(it -> it.plain() || it.partly());
    int at = part.from();
    while (at < part.to()) {
      int codePoint = text.codePointAt(at);
      int end = at + Character.charCount(codePoint);
      if (Script.word(codePoint)) {
        end = Math.min(part.to(), Script.runEnd(text, at, Script::word));
      }
      if (Script.word(codePoint) || Script.chinese(codePoint)) {
        TextVectors.Stretch stretch = vectors.stretch(at, end);
        double least = chinese && Script.word(codePoint) ? LATIN_IN_CHINESE : 0;
        if (!stretch.vectors().isEmpty()) {
          String key = Term.of(text.substring(at, end)).getFirst().key();
          int offset = at - part.from();
          words.add(
              new Word(
                  key,
                  at,
                  end,
                  mean(stretch.vectors()),
                  Math.max(least, stretch.rarity())
                      * (holds(key, offset, negations) && !name(text.substring(at, end))
                          ? FUNCTION_WORD
                          : 1),
                  (int) negations.stream().filter(it -> it.plain() && it.to() <= offset).count(),
                  negations.stream().anyMatch(it -> !it.plain() && it.to() <= offset),
                  0,
                  free));
        }
      }
      at = end;
    }
    return words;
  }

  /// It holds the sentence together, or is of a negation.
  private static boolean holds(String key, int offset, List<Negation> negations) {
    return StopWords.contains(key)
        || negations.stream()
            .anyMatch(
                it ->
                    it.plain()
                        && it.from() <= offset + 6
                        && offset < it.to()
                        && (it.from() <= offset || key.endsWith("n")));
  }

  /// `GET` is one, and `get` is none.
  static boolean name(String word) {
    return word.length() > 2
        && !NEGATION_OR_OPERATOR.contains(word)
        && word.chars().allMatch(it -> it >= 'A' && it <= 'Z');
  }

  /// Index of the last that ends before an offset; -1 without any.
  static int lastBefore(List<Word> words, int offset) {
    int last = -1;
    while (last + 1 < words.size() && words.get(last + 1).to() <= offset) {
      last++;
    }
    return last;
  }

  /// Of unit length.
  static float[] mean(List<float[]> vectors) {
    if (vectors.size() == 1) {
      return vectors.getFirst();
    }
    float[] mean = new float[vectors.getFirst().length];
    double squares = 0;
    for (int d = 0; d < mean.length; d++) {
      for (float[] vector : vectors) {
        mean[d] += vector[d];
      }
      squares += (double) mean[d] * mean[d];
    }
    float length = (float) Math.sqrt(squares);
    for (int d = 0; length > 0 && d < mean.length; d++) {
      mean[d] /= length;
    }
    return mean;
  }
}
