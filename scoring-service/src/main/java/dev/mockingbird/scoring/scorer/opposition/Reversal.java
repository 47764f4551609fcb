package dev.mockingbird.scoring.scorer.opposition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a clause of an answer turns round what a key point says, and no other says it as the key
/// point does.
final class Reversal {

  private static final double MOST = 0.7;
  private static final double NEARLY_ALL = 0.9;
  private static final double DENIED = 0.65;
  private static final double LEAST = 0.22;
  private static final double MUCH_MORE = 0.3;

  /// Then what is turned round twice says the same again.
  private static final Pattern RELATED =
      Pattern.compile(
          "(?i)\\b(?:if|when|whenever|so|because|than|as|since|therefore|the (?:\\w+er|more|less|further))\\b"
              + "|越|如果|若|当|就|则|所以|因此|因为|比");

  private final Question question;
  private final List<AnswerSentence> answer;

  Reversal(Question question, List<AnswerSentence> answer) {
    this.question = question;
    this.answer = answer;
  }

  /// @param text of the key point, as it is written
  /// @param wanted the same, read
  /// @param settled indices of the clauses that the answer says in the same words
  Optional<Opposition.Kind> of(String text, Statement wanted, Set<Integer> settled) {
    double against = 0;
    double again = 0;
    Turns best = null;
    Set<String> keys = wanted.keys();
    boolean supposes = RELATED.matcher(text).find();
    Heading heading = new Heading(question.opposites());
    for (AnswerSentence sentence : answer) {
      boolean related = supposes || RELATED.matcher(sentence.text()).find();
      Set<String> names = Set.of();
      for (Statement clause : sentence.clauses()) {
        Set<String> own = question.namedIn(clause);
        names = own.isEmpty() ? names : own;
        heading.read(clause);
        if (heading.against(wanted)
            || !worthALook(wanted, keys, clause)
            || ofAnother(wanted, names)) {
          continue;
        }
        Pairing pairing = new Pairing(wanted, clause, sentence.whole(), question);
        Turns turns = pairing.turns();
        if (!turns.odd(related) || !about(pairing, turns, wanted, clause, sentence, names)) {
          continue;
        }
        if (clause != sentence.whole()
            && related
            && !new Pairing(wanted, sentence.whole(), sentence.whole(), question)
                .turns()
                .odd(true)) {
          continue;
        }
        if (turns.at().stream().allMatch(it -> settled.contains(wanted.words().get(it).clause()))
            && !turns.at().isEmpty()) {
          continue;
        }
        double share = pairing.ofWanted();
        if (turns.denials() > 0 && share < LEAST) {
          continue;
        }
        if (share > against) {
          against = share;
          again = wanted.share(clause);
          best = turns;
        }
      }
    }
    return best == null || affirmed(wanted, best, again)
        ? Optional.empty()
        : Optional.of(best.kind());
  }

  private boolean worthALook(Statement wanted, Set<String> keys, Statement clause) {
    boolean opposed =
        wanted.opposites().stream()
            .anyMatch(
                ours ->
                    clause.opposites().stream()
                        .anyMatch(
                            theirs -> question.opposites().opposed(ours.word(), theirs.word())));
    boolean differs =
        !wanted.denials().isEmpty()
            || !clause.denials().isEmpty()
            || wanted.than() >= 0 && clause.than() >= 0;
    return opposed
        || differs && clause.words().stream().anyMatch(it -> it.tells() && keys.contains(it.key()));
  }

  /// What the question names is not the same in both.
  private boolean ofAnother(Statement wanted, Set<String> names) {
    Set<String> ours = question.namedIn(wanted);
    return ofNoneOf(wanted, names)
        || question.chinese()
            && !ours.isEmpty()
            && !names.isEmpty()
            && !names.containsAll(ours)
            && !ours.containsAll(names);
  }

  private boolean ofNoneOf(Statement wanted, Set<String> names) {
    Set<String> ours = question.namedIn(wanted);
    return !ours.isEmpty() && !names.isEmpty() && names.stream().noneMatch(ours::contains);
  }

  private boolean about(
      Pairing pairing,
      Turns turns,
      Statement wanted,
      Statement clause,
      AnswerSentence sentence,
      Set<String> names) {
    if (turns.denials() > 0) {
      boolean supposed = wanted.supposed() || sentence.whole().supposed();
      if (supposed && pairing.exactly() < 0.95
          || wanted.supposed() && !sentence.whole().supposed()) {
        return false;
      }
      if (!clause.denials().isEmpty()) {
        int before = clause.denials().getFirst().before();
        boolean alone = sentence.clauses().size() == 1 && pairing.ofWanted() >= MOST;
        boolean goesOn = !names.isEmpty() && names.equals(question.namedIn(wanted));
        if (clause.keys(0, before).isEmpty() && !alone && !goesOn && !clause.beginsWithPronoun()) {
          return false;
        }
        if (!pairing.subject(before)) {
          return false;
        }
      }
    }
    return pairing.ofClause() >= (clause.denials().isEmpty() ? MOST : DENIED);
  }

  /// Whether another clause says it as the key point does.
  private boolean affirmed(Statement wanted, Turns turns, double again) {
    Set<String> keys = wanted.keys();
    for (AnswerSentence sentence : answer) {
      Set<String> names = Set.of();
      for (Statement clause : sentence.clauses()) {
        Set<String> own = question.namedIn(clause);
        names = own.isEmpty() ? names : own;
        if (ofNoneOf(wanted, names)) {
          continue;
        }
        if (clause.words().stream().noneMatch(it -> it.tells() && keys.contains(it.key()))) {
          continue;
        }
        Pairing pairing = new Pairing(wanted, clause, sentence.whole(), question);
        if (wanted.share(clause) >= again
            && (pairing.has(turns.at())
                || wanted.share(clause) >= NEARLY_ALL
                || wanted.share(clause) >= again + MUCH_MORE)
            && !pairing.turns().odd(false)
            && pairing.ofClause() >= MOST) {
          return true;
        }
      }
    }
    return false;
  }
}
