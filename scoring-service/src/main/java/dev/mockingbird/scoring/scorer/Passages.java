package dev.mockingbird.scoring.scorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The answer, cut into what the model takes at once. Of a very long answer only the passages that
/// share most tokens with the key points are kept, so that the time to score has a bound.
///
/// @param whole nothing was left out
record Passages(List<Token> tokens, float[][] vectors, boolean whole) {

  private static final int MOST = 5;

  /// @param wanted ids of the key points' tokens
  static Passages of(List<Token> answer, Set<Integer> wanted, TokenEncoder encoder) {
    List<List<Token>> windows = new ArrayList<>();
    for (int from = 0; from < answer.size(); from += encoder.window()) {
      windows.add(answer.subList(from, Math.min(answer.size(), from + encoder.window())));
    }
    List<List<Token>> kept = nearest(windows, wanted);
    List<Token> tokens = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    for (List<Token> window : kept) {
      tokens.addAll(window);
      vectors.addAll(List.of(encoder.vectors(window)));
    }
    return new Passages(tokens, vectors.toArray(float[][]::new), kept.size() == windows.size());
  }

  private static List<List<Token>> nearest(List<List<Token>> windows, Set<Integer> wanted) {
    if (windows.size() <= MOST) {
      return windows;
    }
    record Ranked(int index, long shared) {}
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      long shared =
          windows.get(i).stream().map(Token::id).distinct().filter(wanted::contains).count();
      ranked.add(new Ranked(i, shared));
    }
    return ranked.stream()
        .sorted(Comparator.comparingLong(Ranked::shared).reversed())
        .limit(MOST)
        .map(Ranked::index)
        .sorted()
        .map(windows::get)
        .toList();
  }
}
