package dev.mockingbird.events;

import java.util.List;

/// What the scorer found, keyed by interview id on [Topics#SCORE].
///
/// A derived event: its envelope's id is a digest of answer and scorer, its times are the answer's,
/// so that a repeat is byte-identical.
public sealed interface ScoreEvent extends DomainEvent {

  AnswerRef answer();

  Scorer scorer();

  /// Whether the scorer could not do its work, so that a later success may replace this.
  default boolean failed() {
    return this instanceof AnswerNotScored it && it.reason() == NotScoredReason.SCORING_FAILED;
  }

  /// @param score 0 to 100
  /// @param low lower end of the interval that says how sure the scorer is, 0 to `score`
  /// @param high upper end, `score` to 100
  /// @param rules names of the rules that decided or limited the score, such as `BLANK`
  @WireType("score.answer-scored.v1")
  record AnswerScored(
      AnswerRef answer,
      Scorer scorer,
      int score,
      int low,
      int high,
      List<String> rules,
      @Confidential List<KeyPointScore> keyPoints)
      implements ScoreEvent {}

  /// Never a 0: the scorer cannot say.
  @WireType("score.answer-not-scored.v1")
  record AnswerNotScored(AnswerRef answer, Scorer scorer, NotScoredReason reason)
      implements ScoreEvent {}

  enum NotScoredReason {
    NO_REFERENCE,
    OTHER_LANGUAGE,
    TOO_LITTLE_TEXT,
    /// The answer lies on the dead-letter topic. Driven through the same scorer again it may get
    /// its score, which then takes the place of this failure.
    SCORING_FAILED
  }

  enum Verdict {
    COVERED,
    PARTLY,
    MISSING
  }

  record AnswerRef(
      String interview,
      int question,
      int attempt,
      PersonId person,
      String questionId,
      int questionVersion) {}

  record Scorer(String name, String version) {}

  /// @param similarity 0 to 1
  /// @param evidence the candidate's own words that earned the verdict
  /// @param missed terms of the key point that the answer does not have
  record KeyPointScore(
      String text,
      int weight,
      Verdict verdict,
      double similarity,
      List<Span> evidence,
      List<String> missed) {}

  /// UTF-16 offsets into the answer's text, `to` exclusive.
  record Span(int from, int to) {}
}
