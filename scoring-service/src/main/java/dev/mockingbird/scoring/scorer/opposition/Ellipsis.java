package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.opposition.Statement.Denial;
import dev.mockingbird.scoring.scorer.opposition.Statement.Opposite;
import dev.mockingbird.scoring.scorer.opposition.Statement.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a clause leaves out because the one before has it, as in "A is ordered, B is not".
final class Ellipsis {

  private static final Pattern NOTHING_FOLLOWS =
      Pattern.compile("(?i)\\b(?:is|are|was|were|do|does|did|can|has|have|will)\\W*$");

  private Ellipsis() {}

  /// @param written the clause as it is written
  static boolean in(Statement clause, String written) {
    return clause.denials().stream().anyMatch(it -> it.heads().isEmpty())
        || NOTHING_FOLLOWS.matcher(written).find();
  }

  /// With the last words of the clause before.
  static Statement filled(Statement clause, Statement before, boolean chinese) {
    List<Word> words = new ArrayList<>(clause.words());
    List<Opposite> opposite = new ArrayList<>(clause.opposites());
    List<Integer> heads = new ArrayList<>();
    boolean denied = !clause.denials().isEmpty();
    List<Integer> last =
        before.near(before.words().size() - 1, -1, chinese ? Denial.CHARACTERS : 1);
    int from = last.isEmpty() ? before.words().size() : last.getLast();
    int at = from;
    for (Opposite it : before.opposites()) {
      from = it.from() < at && at < it.to() ? it.from() : from;
    }
    int by = words.size() - from;
    for (int i = from; i < before.words().size(); i++) {
      Word word = before.words().get(i);
      if (last.contains(i)) {
        heads.add(words.size());
      }
      words.add(
          new Word(
              word.key(),
              word.from(),
              word.to(),
              word.vector(),
              word.weight(),
              clause.denials().size(),
              false,
              0,
              !denied));
    }
    for (Opposite it : before.opposites()) {
      if (it.from() >= from) {
        opposite.add(
            new Opposite(
                it.word(), it.from() + by, it.to() + by, it.vector(), denied, it.nearlyDenied()));
      }
    }
    List<Denial> denials =
        clause.denials().stream()
            .map(it -> it.heads().isEmpty() ? new Denial(it.before(), heads) : it)
            .toList();
    return new Statement(
        words,
        opposite,
        denials,
        clause.nearly(),
        clause.figures(),
        clause.than(),
        clause.supposed());
  }
}
