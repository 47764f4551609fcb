package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.opposition.Statement.Denial;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The sides of a comparison ("than") in a key point's statement and in one of an answer.
final class ComparedSides {

  private final Statement wanted;
  private final Statement own;
  private final double[][] like;
  private final Language language;

  ComparedSides(WordPairs pairs, Language language) {
    wanted = pairs.wanted();
    own = pairs.own();
    like = pairs.like();
    this.language = language;
  }

  /// It is denied of what the key point compares with.
  boolean deniedOfTheOtherSide(Denial denial) {
    if (wanted.than() < 0) {
      return false;
    }
    List<Integer> subject = own.near(denial.before() - 1, -1, 1);
    Set<String> other = wanted.keys(wanted.than() + 1, wanted.words().size());
    other.removeAll(wanted.keys(0, wanted.than() + 1));
    return !subject.isEmpty() && other.contains(own.words().get(subject.getFirst()).key());
  }

  /// Whether the two say the same of exchanged sides.
  ///
  /// @param opposed index of the first of the key point's words that has an opposite in the other,
  ///   -1 without any
  boolean swapped(int opposed) {
    if (wanted.than() < 0) {
      return false;
    }
    boolean within = opposed >= 0 && opposed <= wanted.than();
    Sides ours = sides(wanted, within ? opposed : wanted.than() + 1);
    if (own.than() < 0) {
      Set<String> keys = own.keys();
      return opposed >= 0
          && ours.right().stream().anyMatch(keys::contains)
          && ours.left().stream().noneMatch(keys::contains);
    }
    if (opposed < 0 && !samePredicate()) {
      return false;
    }
    Sides theirs = sides(own, own.than() + 1);
    return theirs.left().stream().anyMatch(ours.right()::contains)
        && theirs.right().stream().anyMatch(ours.left()::contains);
  }

  /// English compares before the other side, Chinese behind it.
  private boolean samePredicate() {
    if (language == Language.ENGLISH) {
      return like[wanted.than()][own.than()] >= Statement.SAME;
    }
    List<Integer> ours = wanted.near(wanted.words().size() - 1, -1, 1);
    List<Integer> theirs = own.near(own.words().size() - 1, -1, 1);
    return !ours.isEmpty()
        && !theirs.isEmpty()
        && like[ours.getFirst()][theirs.getFirst()] >= Statement.SURELY_SAME;
  }

  /// What only one side of a comparison has.
  private record Sides(Set<String> left, Set<String> right) {}

  private static Sides sides(Statement statement, int end) {
    Set<String> left = statement.keys(0, end);
    Set<String> right = statement.keys(statement.than() + 1, statement.words().size());
    Set<String> both = new HashSet<>(left);
    both.retainAll(right);
    left.removeAll(both);
    right.removeAll(both);
    return new Sides(left, right);
  }
}
