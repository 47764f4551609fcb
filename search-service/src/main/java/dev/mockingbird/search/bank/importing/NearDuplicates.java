package dev.mockingbird.search.bank.importing;

import dev.mockingbird.search.bank.Similarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Wordings that are nearly the same. Each is compared only with those that share one of its rarest
/// pairs of characters, so that ten thousand take a moment.
final class NearDuplicates {

  /// From here on somebody is asked to look.
  static final double NEAR = 0.75;

  private static final int RAREST = 6;
  private static final int MOST_SHARING = 40;
  private static final int SHOWN = 3;

  private final int[][] grams;
  private final int[][] rarest;
  private final Map<Integer, List<Integer>> sharing = new HashMap<>();

  record Near(int index, double similarity) {}

  /// @param wordings [Similarity#bare]
  NearDuplicates(List<String> wordings) {
    grams = wordings.stream().map(Similarity::grams).toArray(int[][]::new);
    Map<Integer, Integer> frequency = new HashMap<>();
    for (int[] own : grams) {
      for (int gram : own) {
        frequency.merge(gram, 1, Integer::sum);
      }
    }
    rarest = Stream.of(grams).map(own -> rarest(own, frequency)).toArray(int[][]::new);
    for (int i = 0; i < rarest.length; i++) {
      for (int gram : rarest[i]) {
        sharing.computeIfAbsent(gram, _ -> new ArrayList<>()).add(i);
      }
    }
  }

  /// The nearest others, the nearest first.
  List<Near> of(int index) {
    Set<Integer> candidates = new LinkedHashSet<>();
    for (int gram : rarest[index]) {
      List<Integer> others = sharing.getOrDefault(gram, List.of());
      if (others.size() <= MOST_SHARING) {
        candidates.addAll(others);
      }
    }
    candidates.remove(index);
    return candidates.stream()
        .map(it -> new Near(it, Similarity.dice(grams[index], grams[it])))
        .filter(it -> it.similarity() >= NEAR)
        .sorted(Comparator.comparingDouble(Near::similarity).reversed())
        .limit(SHOWN)
        .toList();
  }

  private static int[] rarest(int[] grams, Map<Integer, Integer> frequency) {
    return IntStream.of(grams)
        .distinct()
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(frequency::get).thenComparing(gram -> gram))
        .limit(RAREST)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
