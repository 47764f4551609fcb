package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.text.Script;
import java.util.List;
import java.util.Set;

/// Whether an answer denies what a clause of a key point affirms, or the other way round: in nearly
/// the same words, and of the same.
final class PlainDenial {

  private static final double ALIKE = 0.75;
  private static final double AFFIRMED = 0.7;

  private final int few;
  private final Question question;
  private final List<Statement> answer;

  /// @param answer its clauses
  PlainDenial(Question question, List<Statement> answer) {
    this.few = question.chinese() ? 5 : 3;
    this.question = question;
    this.answer = answer;
  }

  /// @param wanted the clauses of a key point
  /// @param open those of them that the answer does not say in the same words
  boolean in(List<Statement> wanted, List<Statement> open) {
    for (int i = 0; i < wanted.size(); i++) {
      Statement ours = wanted.get(i);
      if (open.contains(ours) && ours.keys().size() > few && denies(wanted, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean denies(List<Statement> wanted, int at) {
    Statement ours = wanted.get(at);
    Set<String> names = names(wanted, at);
    Statement whole = Statement.of(wanted);
    Heading heading = new Heading(question.opposites());
    boolean denies = false;
    for (int i = 0; i < answer.size(); i++) {
      Statement theirs = answer.get(i);
      heading.read(theirs);
      boolean turned = !ours.deniesLike(theirs);
      boolean same = names.equals(names(answer, i));
      if (!turned && same && alike(ours, theirs, AFFIRMED)) {
        return false;
      }
      denies |=
          turned
              && alike(ours, theirs, ALIKE)
              && ours.nearly() == theirs.nearly()
              && ours.supposed() == theirs.supposed()
              && (ours.than() < 0) == (theirs.than() < 0)
              && !heading.against(whole)
              && deniesOf(ours, theirs)
              && deniesOf(theirs, ours)
              && same;
    }
    return denies;
  }

  /// What is denied is something that the other speaks of.
  private static boolean deniesOf(Statement one, Statement other) {
    Set<String> keys = other.keys();
    return one.denials().stream()
        .allMatch(
            it ->
                it.heads().isEmpty()
                    ? one.keys(it.before(), one.words().size()).stream().anyMatch(keys::contains)
                    : it.heads().stream()
                        .anyMatch(head -> keys.contains(one.words().get(head).key())));
  }

  private static boolean alike(Statement one, Statement other, double least) {
    return one.share(other) >= least && other.share(one) >= least;
  }

  /// What a clause speaks of, of what the question names; it may stand in one before.
  private Set<String> names(List<Statement> clauses, int of) {
    Set<String> names = Set.of();
    for (int i = of; i >= 0 && names.isEmpty(); i--) {
      names = clauses.get(i).keys();
      names.retainAll(question.asked());
      if (names.stream().anyMatch(it -> Script.word(it.codePointAt(0)))) {
        names.removeIf(it -> !Script.word(it.codePointAt(0)));
      }
    }
    return names;
  }
}
