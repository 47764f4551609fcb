package dev.mockingbird.scoring.rescore;

import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.AnswerNotScored;
import dev.mockingbird.events.ScoreEvent.AnswerScored;
import dev.mockingbird.events.ScoreEvent.Scorer;
import org.jspecify.annotations.Nullable;

/// What a scorer says of an answer, without the evidence.
///
/// @param status `SCORED` or `NOT_SCORED`
record Finding(
    Scorer scorer,
    String status,
    @Nullable Integer score,
    @Nullable Integer low,
    @Nullable Integer high,
    @Nullable String reason) {

  static Finding of(ScoreEvent event) {
    return switch (event) {
      case AnswerScored it ->
          new Finding(it.scorer(), "SCORED", it.score(), it.low(), it.high(), null);
      case AnswerNotScored it ->
          new Finding(it.scorer(), "NOT_SCORED", null, null, null, it.reason().name());
      case ScoreEvent.ProposalAccepted it ->
          throw new IllegalArgumentException("An acceptance says nothing of " + it.answer());
    };
  }

  /// `72 (58-84)`, or why there is no score.
  String sentence() {
    return score == null ? String.valueOf(reason) : "%d (%d-%d)".formatted(score, low, high);
  }
}
