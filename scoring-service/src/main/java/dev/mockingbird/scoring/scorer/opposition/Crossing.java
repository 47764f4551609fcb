package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.opposition.Statement.Word;
import dev.mockingbird.scoring.scorer.text.Script;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether an answer says of the subject of one clause what a key point says of that of another, or
/// goes the way of the key point from its end to its beginning.
final class Crossing {

  private static final double NEARLY_ALL = 0.8;
  private static final double MOST = 0.7;
  private static final Set<String> FROM = Set.of("from", "从");
  private static final Set<String> TO = Set.of("to", "into", "onto", "到", "入", "至");

  private final Question question;
  private final List<Statement> answer;

  /// @param answer its clauses
  Crossing(Question question, List<Statement> answer) {
    this.question = question;
    this.answer = answer;
  }

  /// @param wanted the clauses of a key point
  /// @param open those of them that the answer does not say in the same words
  boolean in(List<Statement> wanted, List<Statement> open) {
    return open.stream().anyMatch(it -> otherWay(it) || crossed(it, wanted));
  }

  /// From here to there, and from there to here.
  private boolean otherWay(Statement wanted) {
    Way ours = way(wanted);
    return !ours.from.isEmpty()
        && !ours.to.isEmpty()
        && answer.stream()
            .map(Crossing::way)
            .anyMatch(
                it ->
                    !it.from.isEmpty()
                        && !it.to.isEmpty()
                        && ours.from.containsAll(it.to)
                        && it.from.containsAll(ours.to)
                        && ours.to.stream().noneMatch(it.to::contains));
  }

  private record Way(Set<String> from, Set<String> to) {}

  private static Way way(Statement statement) {
    Set<String> from = new HashSet<>();
    Set<String> to = new HashSet<>();
    Set<String> now = null;
    for (Word word : statement.words()) {
      if (FROM.contains(word.key())) {
        now = from;
      } else if (now != null && TO.contains(word.key())) {
        now = to;
      } else if (now != null && word.tells()) {
        now.add(word.key());
      }
    }
    return new Way(from, to);
  }

  /// Its subject with what another clause says of another.
  private boolean crossed(Statement clause, List<Statement> wanted) {
    return wanted.stream().anyMatch(it -> it != clause && crossed(clause, it));
  }

  private boolean crossed(Statement one, Statement other) {
    Set<String> subject = subject(one, other);
    Set<String> another = subject(other, one);
    if (subject.isEmpty()
        || another.isEmpty()
        || one.supposed()
        || other.supposed()
        || !ofOneKind(first(one), first(other))) {
      return false;
    }
    Set<String> own = without(one.keys(), other.keys(), subject);
    Set<String> others = without(other.keys(), one.keys(), another);
    if (own.isEmpty() || others.isEmpty()) {
      return false;
    }
    boolean crossed = false;
    for (Statement clause : answer) {
      Set<String> keys = clause.keys();
      if (keys.containsAll(subject) && keys.stream().noneMatch(another::contains)) {
        double said = part(own, keys);
        double saidOfAnother = part(others, keys);
        if (said >= MOST) {
          return false;
        }
        crossed |=
            saidOfAnother >= NEARLY_ALL
                && !clause.supposed()
                && !keys.contains(one.keysInOrder().getLast())
                && other.deniesLike(clause);
      }
    }
    return crossed;
  }

  private static Word first(Statement statement) {
    return statement.words().get(statement.near(0, 1, 1).getFirst());
  }

  /// Such as can be set against each other.
  private boolean ofOneKind(Word one, Word other) {
    return !question.chinese()
        || Script.word(one.key().codePointAt(0)) && Script.word(other.key().codePointAt(0))
        || one.like(other) >= Statement.SAME;
  }

  private static double part(Set<String> of, Set<String> in) {
    return (double) of.stream().filter(in::contains).count() / of.size();
  }

  private static Set<String> without(Set<String> keys, Set<String> some, Set<String> more) {
    Set<String> rest = new HashSet<>(keys);
    rest.removeAll(some);
    rest.removeAll(more);
    return rest;
  }

  /// What it begins with and the question names, and the other does not have.
  private Set<String> subject(Statement statement, Statement beside) {
    Set<String> subject = new HashSet<>();
    Set<String> theirs = beside.keys();
    for (int i : statement.near(0, 1, question.chinese() ? 3 : 2)) {
      String key = statement.words().get(i).key();
      if (!theirs.contains(key) && question.asked().contains(key)) {
        subject.add(key);
      } else if (!subject.isEmpty()) {
        break;
      }
    }
    return subject;
  }
}
