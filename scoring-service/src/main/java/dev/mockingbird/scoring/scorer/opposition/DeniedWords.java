package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.opposition.Statement.Denial;
import dev.mockingbird.scoring.scorer.opposition.Statement.Opposite;
import dev.mockingbird.scoring.scorer.opposition.Statement.Word;
import dev.mockingbird.scoring.scorer.text.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a negation denies.
final class DeniedWords {

  /// They say little about what is denied.
  private static final Set<String> GENERIC =
      Set.of(
          "need",
          "able",
          "abl",
          "want",
          "necessarily",
          "really",
          "actually",
          "even",
          "alway",
          "yet",
          "true",
          "allow",
          "ever",
          "quite",
          "guarante",
          "ensur",
          "必",
          "需",
          "应",
          "再",
          "真",
          "完",
          "保",
          "进",
          "行",
          "证",
          "全",
          "一",
          "任",
          "何",
          "存");

  private DeniedWords() {}

  /// @param from UTF-16 offset of the negation into the text, `to` exclusive
  static Denial of(List<Word> words, List<Opposite> opposite, int from, int to) {
    List<Integer> heads = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      int at = i;
      boolean says =
          word.tells() || opposite.stream().anyMatch(it -> it.from() <= at && at < it.to());
      if (word.from() < to || !says || GENERIC.contains(word.key())) {
        continue;
      }
      boolean character = Script.chinese(word.key().codePointAt(0));
      if (!heads.isEmpty() && (!character || word.from() > words.get(heads.getLast()).to() + 1)) {
        break;
      }
      heads.add(i);
      if (!character || heads.size() == Denial.CHARACTERS) {
        break;
      }
    }
    return new Denial(Words.lastBefore(words, from) + 1, heads);
  }
}
