package dev.mockingbird.scoring.agreement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/// Which questions are set aside together. Whole questions are, for answers to one question tell of
/// each other; drawn from their names alone, so that the order of a file changes nothing.
final class Folds {

  private static final int MOST = 10;
  private static final long SEED = 8;

  private final Map<String, Integer> folds = new HashMap<>();
  private final int count;

  Folds(Collection<Pair> pairs) {
    TreeSet<String> names = new TreeSet<>();
    pairs.forEach(it -> names.add(it.question()));
    List<String> questions = new ArrayList<>(names);
    Collections.shuffle(questions, new Random(SEED));
    count = Math.min(MOST, questions.size());
    for (int i = 0; i < questions.size(); i++) {
      folds.put(questions.get(i), i % count);
    }
  }

  int count() {
    return count;
  }

  boolean isIn(int fold, String question) {
    return folds.getOrDefault(question, -1) == fold;
  }
}
