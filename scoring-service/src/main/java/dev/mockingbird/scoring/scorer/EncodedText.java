package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.opposition.TextVectors;
import dev.mockingbird.scoring.scorer.text.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text's tokens with a vector for each. Every sentence is encoded by itself: what stands around
/// it moves none of its vectors, so that neither padding nor repetition changes what a sentence is
/// worth.
///
/// @param sentences index of the sentence of each token, into the list that was encoded
record EncodedText(List<Token> tokens, float[][] vectors, int[] sentences) implements TextVectors {

  /// @param center what all vectors have in common; it is taken out of each
  static EncodedText of(
      String text, List<Sentence> sentences, TokenEncoder encoder, float[] center) {
    List<Token> tokens = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    List<Integer> of = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      List<Token> own = encoder.tokens(sentence.in(text));
      for (int from = 0; from < own.size(); from += encoder.window()) {
        List<Token> window = own.subList(from, Math.min(own.size(), from + encoder.window()));
        vectors.addAll(List.of(encoder.vectors(window)));
      }
      for (Token token : own) {
        tokens.add(token.shifted(sentence.from()));
        of.add(i);
      }
    }
    vectors.forEach(vector -> toUnitLength(vector, center));
    return new EncodedText(
        tokens, vectors.toArray(float[][]::new), of.stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public Stretch stretch(int from, int to) {
    int first = firstEndingBehind(from);
    int end = first;
    float rarity = 0;
    while (end < tokens.size() && tokens.get(end).from() < to) {
      rarity = Math.max(rarity, tokens.get(end).rarity());
      end++;
    }
    return new Stretch(Arrays.asList(vectors).subList(first, end), rarity);
  }

  private int firstEndingBehind(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (tokens.get(middle).to() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// A vector of unit length for each sentence.
  float[][] means() {
    int count = sentences.length == 0 ? 0 : sentences[sentences.length - 1] + 1;
    float[][] means = new float[count][vectors.length == 0 ? 0 : vectors[0].length];
    for (int i = 0; i < vectors.length; i++) {
      for (int d = 0; d < vectors[i].length; d++) {
        means[sentences[i]][d] += vectors[i][d];
      }
    }
    for (float[] mean : means) {
      toUnitLength(mean, new float[mean.length]);
    }
    return means;
  }

  private static void toUnitLength(float[] vector, float[] center) {
    double squares = 0;
    for (int d = 0; d < vector.length; d++) {
      vector[d] -= center[d];
      squares += (double) vector[d] * vector[d];
    }
    float length = (float) Math.sqrt(squares);
    for (int d = 0; length > 0 && d < vector.length; d++) {
      vector[d] /= length;
    }
  }
}
