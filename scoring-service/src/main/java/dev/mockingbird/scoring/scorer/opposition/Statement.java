package dev.mockingbird.scoring.scorer.opposition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// A clause, or all of a sentence, read for what it affirms and what it denies.
///
/// @param words in order; in Chinese each character is one
/// @param opposites those of them that have an opposite
/// @param denials what is denied
/// @param nearly how many words come near to a denial, as `without` does
/// @param figures its numbers and complexities
/// @param than index of the last word before the other side of a comparison, -1 without one
/// @param supposed whether something is only supposed
record Statement(
    List<Word> words,
    List<Opposite> opposites,
    List<Denial> denials,
    int nearly,
    Set<String> figures,
    int than,
    boolean supposed) {

  /// Words so like each other mean the same; and surely so.
  static final double SAME = 0.55;

  static final double SURELY_SAME = 0.75;

  private static final double TELLING = 0.15;

  private static final Set<String> PRONOUNS =
      Set.of(
          "it", "they", "thi", "this", "thes", "these", "he", "she", "i", "we", "you", "其", "它",
          "这", "我", "他");

  /// @param key the same for words that differ in case and ending only
  /// @param weight how much it tells, 0 to 1
  /// @param denied by how many negations before it
  /// @param nearlyDenied something near to a negation stands before it
  /// @param clause index of its clause
  /// @param free nothing in its clause is denied
  record Word(
      String key,
      int from,
      int to,
      float[] vector,
      double weight,
      int denied,
      boolean nearlyDenied,
      int clause,
      boolean free) {

    boolean tells() {
      return weight >= TELLING;
    }

    /// Of their meanings, 0 to 1; 1 for the same word.
    double like(Word other) {
      return key.equals(other.key) ? 1 : Math.max(0, cosine(vector, other.vector));
    }

    private Word in(int another) {
      return new Word(key, from, to, vector, weight, denied, nearlyDenied, another, free);
    }
  }

  /// @param from index of its first word, `to` exclusive
  record Opposite(
      String word, int from, int to, float[] vector, boolean denied, boolean nearlyDenied) {

    /// Both are denied, or neither.
    boolean heldLike(Opposite other) {
      return denied == other.denied && nearlyDenied == other.nearlyDenied;
    }
  }

  /// @param before index of the first word behind the negation's left side
  /// @param heads indices of the words that it denies first; none where they are left out
  record Denial(int before, List<Integer> heads) {

    /// In Chinese as many characters are what a negation denies first.
    static final int CHARACTERS = 2;
  }

  static double cosine(float[] one, float[] other) {
    float sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += one[d] * other[d];
    }
    return sum;
  }

  /// One behind the other.
  static Statement of(List<Statement> clauses) {
    if (clauses.size() == 1) {
      return clauses.getFirst();
    }
    List<Word> words = new ArrayList<>();
    List<Opposite> opposites = new ArrayList<>();
    List<Denial> denials = new ArrayList<>();
    Set<String> figures = new HashSet<>();
    int nearly = 0;
    int than = -1;
    boolean supposed = false;
    for (int i = 0; i < clauses.size(); i++) {
      Statement clause = clauses.get(i);
      int at = words.size();
      int index = i;
      clause.words.forEach(it -> words.add(it.in(index)));
      clause.opposites.forEach(
          it ->
              opposites.add(
                  new Opposite(
                      it.word, at + it.from, at + it.to, it.vector, it.denied, it.nearlyDenied)));
      clause.denials.forEach(
          it ->
              denials.add(
                  new Denial(at + it.before, it.heads.stream().map(head -> at + head).toList())));
      figures.addAll(clause.figures);
      nearly += clause.nearly;
      than = than < 0 && clause.than >= 0 ? at + clause.than : than;
      supposed |= clause.supposed;
    }
    return new Statement(words, opposites, denials, nearly, figures, than, supposed);
  }

  /// Keys of the telling words between two indices.
  Set<String> keys(int from, int to) {
    Set<String> keys = new HashSet<>();
    for (int i = Math.max(0, from); i < Math.min(to, words.size()); i++) {
      if (words.get(i).tells()) {
        keys.add(words.get(i).key);
      }
    }
    return keys;
  }

  /// Whether both deny or both do not; what is denied twice is not.
  boolean deniesLike(Statement other) {
    return denials.size() % 2 == other.denials.size() % 2;
  }

  /// Share of what it says that another says in the same words.
  double share(Statement other) {
    Set<String> theirs = other.keys();
    return share(_ -> true, it -> theirs.contains(words.get(it).key));
  }

  /// By weight, of the telling words that count; 0 of none.
  ///
  /// @param counts takes the index of a word, and so does `same`
  double share(IntPredicate counts, IntPredicate same) {
    double all = 0;
    double some = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).tells() && counts.test(i)) {
        all += words.get(i).weight;
        some += same.test(i) ? words.get(i).weight : 0;
      }
    }
    return all == 0 ? 0 : some / all;
  }

  /// Those of the other words, too.
  Set<String> everyKey() {
    Set<String> keys = new HashSet<>();
    words.forEach(it -> keys.add(it.key));
    return keys;
  }

  /// Keys of the telling words before a denial, in its clause.
  Set<String> subject(Denial denial) {
    int from = denial.before();
    while (from > 0
        && from <= words.size()
        && words.get(from - 1).clause
            == words.get(Math.min(denial.before(), words.size() - 1)).clause) {
      from--;
    }
    return keys(from, denial.before());
  }

  /// It has such a word, be it in another form.
  boolean has(Opposite word, Opposites known) {
    return opposites.stream().anyMatch(it -> known.same(it.word, word.word));
  }

  /// Its first word stands for its subject.
  boolean beginsWithPronoun() {
    return !words.isEmpty() && PRONOUNS.contains(words.getFirst().key);
  }

  List<String> keysInOrder() {
    return words.stream().filter(Word::tells).map(Word::key).toList();
  }

  Set<String> keys() {
    return keys(0, words.size());
  }

  /// Indices of the next telling words from there.
  List<Integer> near(int from, int step, int most) {
    List<Integer> near = new ArrayList<>();
    for (int i = from; i >= 0 && i < words.size() && near.size() < most; i += step) {
      if (words.get(i).tells()) {
        near.add(i);
      }
    }
    return near;
  }
}
