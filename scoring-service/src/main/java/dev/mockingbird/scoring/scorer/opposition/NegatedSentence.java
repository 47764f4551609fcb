package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.text.Term;
import java.util.List;
import java.util.Set;

/// Whether a sentence of an answer has nearly the words of a key point and another number of
/// negations, and no other says it as the key point does.
final class NegatedSentence {

  private static final double NEARLY_ALL = 0.9;
  private static final double MOST = 0.7;

  /// Characters that tell too little to be the same sentence.
  private static final int FEW = 4;

  private final Question question;
  private final List<AnswerSentence> answer;

  NegatedSentence(Question question, List<AnswerSentence> answer) {
    this.question = question;
    this.answer = answer;
  }

  /// @param text of the key point, as it is written
  boolean of(String text, Statement wanted) {
    double against = 0;
    double affirmed = 0;
    List<Term> terms = Term.of(text);
    Set<String> ours = wanted.keys();
    if (question.chinese() && ours.size() < FEW) {
      return false;
    }
    for (AnswerSentence sentence : answer) {
      List<Statement> some =
          sentence.clauses().stream()
              .filter(
                  it ->
                      it.words().stream()
                          .anyMatch(word -> word.tells() && ours.contains(word.key())))
              .toList();
      if (some.isEmpty()) {
        continue;
      }
      double all = 0;
      double again = 0;
      for (Term term : terms) {
        all += term.weight();
        again += sentence.keys().contains(term.key()) ? term.weight() : 0;
      }
      Statement joined = Statement.of(some);
      if (wanted.than() >= 0 && joined.than() < 0) {
        continue;
      }
      boolean supposed = wanted.supposed() || joined.supposed();
      List<Integer> subject = wanted.near(0, 1, 1);
      if (!subject.isEmpty()
          && !joined.keys().contains(wanted.words().get(subject.getFirst()).key())) {
        continue;
      }
      if (again < 0.75 * all || joined.share(wanted) < (supposed ? NEARLY_ALL : MOST)) {
        continue;
      }
      long denials = SharedDenials.count(joined, wanted.everyKey(), question);
      if (SharedDenials.count(wanted, joined.everyKey(), question) % 2 == denials % 2) {
        affirmed = Math.max(affirmed, again);
      } else if (wanted.nearly() == joined.nearly()) {
        against = Math.max(against, again);
      }
    }
    return NEARLY_ALL * against > affirmed;
  }
}
