package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.opposition.Statement.Opposite;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The words of a key point's statement that have an opposite in one of an answer.
final class PairedOpposites {

  private static final double SAME_PLACE = 0.3;

  private final WordPairs pairs;
  private final Statement wanted;
  private final Statement own;
  private final Statement sentence;
  private final Question question;

  /// @param sentence the one that the answer's statement is of
  PairedOpposites(WordPairs pairs, Statement sentence, Question question) {
    this.pairs = pairs;
    wanted = pairs.wanted();
    own = pairs.own();
    this.sentence = sentence;
    this.question = question;
  }

  /// How many of them stand in the same place.
  ///
  /// @param at takes the indices of those of the key point
  int inPlace(Set<Integer> at) {
    int opposed = 0;
    Set<Opposite> taken = new HashSet<>();
    for (Opposite ours : wanted.opposites()) {
      if (sentence.has(ours, question.opposites())) {
        continue;
      }
      Opposite nearest = null;
      double best = SAME_PLACE;
      for (Opposite theirs : own.opposites()) {
        if (!taken.contains(theirs) && inTheSamePlace(ours, theirs)) {
          double cosine = Statement.cosine(ours.vector(), theirs.vector());
          if (cosine >= best) {
            nearest = theirs;
            best = cosine;
          }
        }
      }
      if (nearest != null) {
        taken.add(nearest);
        if (ours.heldLike(nearest)) {
          opposed++;
          at.add(ours.from());
        }
      }
    }
    return opposed;
  }

  /// How many there are, wherever they stand.
  int anywhere() {
    int opposed = 0;
    Set<Opposite> taken = new HashSet<>();
    for (Opposite ours : wanted.opposites()) {
      for (Opposite theirs : own.opposites()) {
        if (opposed(ours, theirs) && ours.heldLike(theirs) && taken.add(theirs)) {
          opposed++;
          break;
        }
      }
    }
    return opposed;
  }

  /// Of a word of the other, the key point has an opposite.
  boolean ofOwn(int word) {
    return own.opposites().stream()
        .filter(it -> it.from() <= word && word < it.to())
        .anyMatch(theirs -> wanted.opposites().stream().anyMatch(it -> opposed(it, theirs)));
  }

  /// Of a word of the key point, the other has an opposite.
  boolean ofWanted(int word) {
    return wanted.opposites().stream()
        .filter(it -> it.from() <= word && word < it.to())
        .anyMatch(ours -> own.opposites().stream().anyMatch(it -> opposed(ours, it)));
  }

  private boolean opposed(Opposite ours, Opposite theirs) {
    return question.opposites().opposed(ours.word(), theirs.word());
  }

  /// Opposite to each other, neither with its own opposite beside it, and of the same word.
  private boolean inTheSamePlace(Opposite ours, Opposite theirs) {
    return opposed(ours, theirs)
        && !wanted.has(theirs, question.opposites())
        && sentence.opposites().stream().noneMatch(it -> opposed(it, theirs))
        && (own.than() < 0
            || theirs.from() <= own.than()
            || wanted.than() >= 0 && ours.from() > wanted.than())
        && beside(ours, theirs);
  }

  private boolean beside(Opposite ours, Opposite theirs) {
    boolean chinese = question.chinese();
    if (chinese && theirs.word().length() > 2) {
      return true;
    }
    int reach = chinese ? 4 : 1;
    List<Integer> before = inClause(wanted, ours, wanted.near(ours.from() - 1, -1, reach));
    List<Integer> after = inClause(wanted, ours, wanted.near(ours.to(), 1, reach));
    List<Integer> theirsBefore = inClause(own, theirs, own.near(theirs.from() - 1, -1, reach));
    List<Integer> theirsAfter = inClause(own, theirs, own.near(theirs.to(), 1, reach));
    return theirsBefore.isEmpty() && theirsAfter.isEmpty()
        || pairs.alike(before, theirsBefore)
        || pairs.alike(after, theirsAfter)
        || after.contains(ours.to()) && pairs.alike(after, theirsBefore)
        || theirsAfter.contains(theirs.to()) && pairs.alike(before, theirsAfter);
  }

  private static List<Integer> inClause(Statement statement, Opposite of, List<Integer> near) {
    int clause = statement.words().get(of.from()).clause();
    return near.stream().filter(it -> statement.words().get(it).clause() == clause).toList();
  }
}
