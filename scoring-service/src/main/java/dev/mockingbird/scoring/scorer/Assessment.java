package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.ScoreEvent.KeyPointScore;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import java.util.List;

/// What the scorer says about an answer.
public sealed interface Assessment {

  /// @param score 0 to 100
  /// @param low lower end of the interval, at most `score`
  /// @param high upper end, at least `score`
  /// @param rules the rules that decided or limited the score
  record Scored(int score, int low, int high, List<Rule> rules, List<KeyPointScore> keyPoints)
      implements Assessment {}

  /// Never a 0: the scorer cannot say.
  record NotScored(NotScoredReason reason) implements Assessment {}
}
