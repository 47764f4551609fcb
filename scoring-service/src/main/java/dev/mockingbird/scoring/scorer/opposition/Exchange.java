package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.opposition.Statement.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether an answer says of one thing what a key point says of another, or gives another figure
/// for the same.
final class Exchange {

  private static final double NEARLY_ALL = 0.85;
  private static final double MOST = 0.7;
  private static final int FEW = 2;
  private static final int LONGEST = 3;

  private final Question question;
  private final List<Statement> answer;

  /// @param answer its clauses
  Exchange(Question question, List<Statement> answer) {
    this.question = question;
    this.answer = answer;
  }

  /// @param wanted the clauses of a key point
  /// @param open those of them that the answer does not say in the same words
  boolean in(List<Statement> wanted, List<Statement> open) {
    return open.stream().anyMatch(it -> ofAnother(it) || anotherFigure(it, wanted));
  }

  /// Its words are said of something else that the question names, and of nothing else.
  private boolean ofAnother(Statement wanted) {
    Set<String> name = subject(wanted);
    if (name.isEmpty() || few(wanted, name)) {
      return false;
    }
    boolean exchanged = false;
    for (Statement clause : answer) {
      Set<String> other = subject(clause);
      if (clause.keys().containsAll(name)) {
        if (share(wanted, clause, name) >= MOST) {
          return false;
        }
      } else if (!other.isEmpty() && wanted.keys().stream().noneMatch(other::contains)) {
        exchanged |=
            !few(clause, other)
                && share(wanted, clause, name) >= NEARLY_ALL
                && share(clause, wanted, other) >= NEARLY_ALL
                && wanted.deniesLike(clause);
      } else if (other.isEmpty() && share(wanted, clause, name) >= NEARLY_ALL) {
        return false;
      }
    }
    return exchanged;
  }

  /// The first of its words, as far as the question names them.
  private Set<String> subject(Statement statement) {
    Set<String> subject = new HashSet<>();
    for (int i : statement.near(0, 1, LONGEST)) {
      String key = statement.words().get(i).key();
      if (!question.asked().contains(key)) {
        break;
      }
      subject.add(key);
    }
    return subject;
  }

  private static boolean few(Statement statement, Set<String> name) {
    long said =
        statement.words().stream().filter(it -> it.tells() && !name.contains(it.key())).count();
    return telling(statement) <= FEW || said < FEW;
  }

  private static long telling(Statement statement) {
    return statement.words().stream().filter(Word::tells).count();
  }

  /// Share of what one says that the other says in the same words.
  private static double share(Statement of, Statement in, Set<String> without) {
    Set<String> keys = in.keys();
    List<Word> words = of.words();
    return of.share(
        it -> !without.contains(words.get(it).key()), it -> keys.contains(words.get(it).key()));
  }

  /// A clause about the same has figures, and none of the key point's.
  private boolean anotherFigure(Statement wanted, List<Statement> all) {
    if (wanted.figures().isEmpty() || wanted.figures().size() > FEW) {
      return false;
    }
    Set<String> elsewhere = new HashSet<>();
    all.stream().filter(it -> it != wanted).forEach(it -> elsewhere.addAll(it.keys()));
    Set<String> own = new HashSet<>(wanted.keys());
    own.removeAll(elsewhere);
    own.removeAll(wanted.figures());
    List<Integer> first = all.getFirst().near(0, 1, FEW);
    Set<String> subject = all.getFirst().keys(0, first.isEmpty() ? 0 : first.getLast() + 1);
    subject.removeAll(wanted.figures());
    Set<String> before = Set.of();
    boolean another = false;
    for (Statement clause : answer) {
      Set<String> near = clause.keys();
      near.addAll(before);
      before = clause.keys();
      if (wanted != all.getFirst() && !near.containsAll(subject)) {
        continue;
      }
      if (own.stream().noneMatch(clause.keys()::contains)) {
        continue;
      }
      boolean about = about(wanted, clause);
      if (clause.figures().stream().anyMatch(wanted.figures()::contains)) {
        return false;
      }
      another |= about && !clause.figures().isEmpty();
    }
    return another;
  }

  private static boolean about(Statement wanted, Statement clause) {
    return likeness(clause, wanted) >= MOST && likeness(wanted, clause) >= 0.5;
  }

  private static double likeness(Statement of, Statement in) {
    List<Word> words = of.words();
    return of.share(
        it -> !of.figures().contains(words.get(it).key()),
        it -> in.words().stream().anyMatch(other -> words.get(it).like(other) >= Statement.SAME));
  }
}
