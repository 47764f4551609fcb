package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.text.Script;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Whether an answer says again what a key point says, so that it cannot be its opposite.
final class Restatement {

  private static final double NEARLY_ALL = 0.9;

  /// Characters that tell too little to be the same sentence.
  private static final int FEW = 4;

  private final Question question;
  private final List<AnswerSentence> answer;

  Restatement(Question question, List<AnswerSentence> answer) {
    this.question = question;
    this.answer = answer;
  }

  /// One behind the other, and with what it denies.
  boolean ofClause(Statement clause) {
    List<String> ours = clause.keysInOrder();
    return clause.denials().size() + size(ours) >= (question.chinese() ? FEW : 2)
        && answer.stream()
            .flatMap(it -> it.clauses().stream())
            .anyMatch(
                it ->
                    it.denials().size() == clause.denials().size()
                        && it.nearly() == clause.nearly()
                        && Collections.indexOfSubList(it.keysInOrder(), ours) >= 0);
  }

  /// In characters, of which a word in Latin letters has two.
  private int size(List<String> keys) {
    return question.chinese()
        ? keys.stream().mapToInt(it -> Script.chinese(it.codePointAt(0)) ? 1 : 2).sum()
        : keys.size();
  }

  /// With nearly all of its words, and what it denies.
  boolean of(Statement wanted) {
    return answer.stream()
        .flatMap(it -> Stream.concat(Stream.of(it.whole()), it.clauses().stream()))
        .anyMatch(
            it ->
                wanted.share(it) >= NEARLY_ALL
                    && SharedDenials.count(wanted, it.everyKey(), question)
                        == SharedDenials.count(it, wanted.everyKey(), question)
                    && wanted.nearly() == it.nearly()
                    && !turnsAWord(wanted, it)
                    && (wanted.than() < 0
                            && (wanted.denials().isEmpty()
                                || wanted.words().getLast().clause() == 0)
                        || inOrder(heldInOrder(wanted), heldInOrder(it))));
  }

  /// It has the opposite of one of the words instead of it.
  private boolean turnsAWord(Statement wanted, Statement other) {
    return wanted.opposites().stream()
        .filter(
            ours ->
                other.opposites().stream()
                    .noneMatch(it -> question.opposites().same(it.word(), ours.word())))
        .anyMatch(
            ours ->
                other.opposites().stream()
                    .anyMatch(it -> question.opposites().opposed(ours.word(), it.word())));
  }

  /// Each telling word, and whether it is denied.
  private static List<String> heldInOrder(Statement statement) {
    return statement.words().stream()
        .filter(Statement.Word::tells)
        .map(it -> it.denied() % 2 == 0 ? it.key() : "not " + it.key())
        .toList();
  }

  private static boolean inOrder(List<String> some, List<String> of) {
    int next = 0;
    for (String key : of) {
      next += next < some.size() && some.get(next).equals(key) ? 1 : 0;
    }
    return next == some.size();
  }
}
