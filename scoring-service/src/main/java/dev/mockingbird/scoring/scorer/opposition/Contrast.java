package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.opposition.Statement.Opposite;
import java.util.List;
import java.util.Set;

/// Whether an answer says all but the same as a clause of a key point: of the server what is said
/// of the client, of several what is said of one.
final class Contrast {

  private static final double ALL = 0.95;
  private static final double NEARLY_ALL = 0.8;
  private static final double MOST = 0.7;

  private final int few;
  private final Question question;
  private final List<Statement> answer;

  /// @param answer its clauses
  Contrast(Question question, List<Statement> answer) {
    this.few = question.chinese() ? 3 : 2;
    this.question = question;
    this.answer = answer;
  }

  /// @param wanted the clauses of a key point
  /// @param open those of them that the answer does not say in the same words
  boolean in(List<Statement> wanted, List<Statement> open) {
    return open.stream().anyMatch(it -> apart(it, wanted));
  }

  /// All else is the same.
  private boolean apart(Statement wanted, List<Statement> all) {
    return wanted.opposites().stream().anyMatch(it -> apart(wanted, all, it));
  }

  private boolean apart(Statement wanted, List<Statement> all, Opposite ours) {
    boolean apart = false;
    for (Statement clause : answer) {
      if (!clause.has(ours, question.opposites())) {
        apart |=
            clause.opposites().stream()
                    .anyMatch(it -> apart(wanted, ours, clause, it) && !saidBy(all, clause, it))
                && wanted.supposed() == clause.supposed()
                && wanted.than() < 0
                && clause.than() < 0
                && wanted.deniesLike(clause)
                && odd(wanted, clause);
      } else if (share(wanted, clause, ours) >= MOST) {
        return false;
      }
    }
    return apart;
  }

  /// It says what another clause of the key point says.
  private boolean saidBy(List<Statement> wanted, Statement clause, Opposite theirs) {
    return wanted.stream()
        .anyMatch(it -> it.has(theirs, question.opposites()) && it.share(clause) >= ALL);
  }

  private boolean apart(Statement wanted, Opposite ours, Statement clause, Opposite theirs) {
    double least = question.opposites().opposed(ours.word(), theirs.word()) ? ALL : NEARLY_ALL;
    return question.opposites().apart(ours.word(), theirs.word())
        && !wanted.has(theirs, question.opposites())
        && ours.denied() == theirs.denied()
        && telling(wanted, ours) >= few
        && telling(clause, theirs) >= few
        && share(wanted, clause, ours) >= least
        && share(clause, wanted, theirs) >= least;
  }

  /// An even number of opposites says the same again.
  private boolean odd(Statement wanted, Statement clause) {
    return wanted.opposites().stream()
                .filter(
                    ours ->
                        !clause.has(ours, question.opposites())
                            && clause.opposites().stream()
                                .anyMatch(
                                    theirs ->
                                        !wanted.has(theirs, question.opposites())
                                            && question
                                                .opposites()
                                                .apart(ours.word(), theirs.word())))
                .count()
            % 2
        == 1;
  }

  private static long telling(Statement statement, Opposite without) {
    return statement.keys().size() - statement.keys(without.from(), without.to()).size();
  }

  private static double share(Statement of, Statement in, Opposite without) {
    Set<String> keys = in.keys();
    return of.share(
        it -> it < without.from() || it >= without.to(),
        it -> keys.contains(of.words().get(it).key()));
  }
}
