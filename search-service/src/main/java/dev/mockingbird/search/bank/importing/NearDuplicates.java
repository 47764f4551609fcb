package dev.mockingbird.search.bank.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Wordings that are nearly the same. Each is compared only with those that share one of its rarest
/// pairs of characters, so that ten thousand take a moment.
final class NearDuplicates {

  /// From here on somebody is asked to look.
  static final double NEAR = 0.75;

  private static final int RAREST = 6;
  private static final int MOST_SHARING = 40;
  private static final int SHOWN = 3;

  private final List<Map<String, Integer>> grams;
  private final Map<String, List<Integer>> sharing = new HashMap<>();

  record Near(int index, double similarity) {}

  /// @param wordings [Similarity#bare]
  NearDuplicates(List<String> wordings) {
    grams = wordings.stream().map(Similarity::grams).toList();
    Map<String, Integer> frequency = new HashMap<>();
    grams.forEach(it -> it.keySet().forEach(gram -> frequency.merge(gram, 1, Integer::sum)));
    for (int i = 0; i < grams.size(); i++) {
      for (String gram : rarest(grams.get(i), frequency)) {
        sharing.computeIfAbsent(gram, _ -> new ArrayList<>()).add(i);
      }
    }
  }

  /// The nearest others, the nearest first.
  List<Near> of(int index) {
    Set<Integer> candidates = new LinkedHashSet<>();
    for (String gram : grams.get(index).keySet()) {
      List<Integer> others = sharing.getOrDefault(gram, List.of());
      if (others.size() <= MOST_SHARING) {
        candidates.addAll(others);
      }
    }
    candidates.remove(index);
    return candidates.stream()
        .map(it -> new Near(it, Similarity.dice(grams.get(index), grams.get(it))))
        .filter(it -> it.similarity() >= NEAR)
        .sorted(Comparator.comparingDouble(Near::similarity).reversed())
        .limit(SHOWN)
        .toList();
  }

  private static List<String> rarest(Map<String, Integer> grams, Map<String, Integer> frequency) {
    return grams.keySet().stream()
        .sorted(Comparator.<String>comparingInt(frequency::get).thenComparing(gram -> gram))
        .limit(RAREST)
        .toList();
  }
}
