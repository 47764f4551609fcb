package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.opposition.Statement.Word;
import dev.mockingbird.scoring.scorer.text.Script;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A key point's statement laid beside one of an answer, word by word.
final class Pairing {

  private static final double SUBJECT = 0.6;

  private final Statement wanted;
  private final Statement own;
  private final Question question;
  private final WordPairs pairs;
  private final PairedOpposites opposites;
  private final ComparedSides sides;
  private final PairedDenials denials;

  /// @param sentence the one that `own` is of
  Pairing(Statement wanted, Statement own, Statement sentence, Question question) {
    this.wanted = wanted;
    this.own = own;
    this.question = question;
    pairs = WordPairs.of(wanted, own);
    opposites = new PairedOpposites(pairs, sentence, question);
    sides = new ComparedSides(pairs, question.language());
    denials = new PairedDenials(pairs, opposites, sides, question);
  }

  Turns turns() {
    Set<Integer> at = new HashSet<>();
    int opposed = opposites.inPlace(at);
    int first = at.stream().mapToInt(Integer::intValue).min().orElse(-1);
    int denied = denials.count(at);
    return new Turns(denied, opposed, opposites.anywhere(), sides.swapped(first) ? 1 : 0, at);
  }

  /// Share of what the key point says that the other says as well.
  double ofWanted() {
    return wanted.share(_ -> true, it -> pairs.has(it, Statement.SAME));
  }

  /// Share of what the other says that the key point says as well, or its opposite. Names of the
  /// question that it does not have do not count.
  double ofClause() {
    return share(Statement.SAME);
  }

  /// The same with the same words only.
  double exactly() {
    return share(1);
  }

  private double share(double least) {
    int from =
        wanted.beginsWithPronoun() && !own.denials().isEmpty()
            ? own.denials().getFirst().before()
            : wanted.beginsWithPronoun() ? verb() : 0;
    Set<String> ours = wanted.keys();
    List<Word> words = own.words();
    return own.share(
        it ->
            it >= from
                && (ours.contains(words.get(it).key())
                    || !question.asked().contains(words.get(it).key())),
        it -> pairs.bestOf(it) >= least || opposites.ofOwn(it));
  }

  /// Index of the first function word behind the first telling one.
  private int verb() {
    boolean some = false;
    for (int j = 0; j < Math.min(4, own.words().size()); j++) {
      if (some && !own.words().get(j).tells()) {
        return j;
      }
      some |= own.words().get(j).tells();
    }
    return 0;
  }

  /// Whether what stands before a word of the other is in the key point.
  boolean subject(int before) {
    Set<String> ours = wanted.keys();
    boolean named = ours.stream().anyMatch(question.asked()::contains);
    double all = 0;
    double same = 0;
    for (int j = 0; j < before; j++) {
      Word word = own.words().get(j);
      if (word.tells()) {
        all += word.weight();
        boolean known =
            ours.contains(word.key())
                || pairs.bestOf(j) >= Statement.SURELY_SAME
                    && (!question.chinese() || Script.chinese(word.key().codePointAt(0)))
                || question.asked().contains(word.key()) && !named;
        same += known ? word.weight() : 0;
      }
    }
    return same >= SUBJECT * all;
  }

  /// Whether the other has all of these words of the key point.
  boolean has(Set<Integer> some) {
    return some.stream().allMatch(it -> pairs.has(it, Statement.SURELY_SAME));
  }
}
