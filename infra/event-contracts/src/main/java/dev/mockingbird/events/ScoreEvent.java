package dev.mockingbird.events;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a scorer found, and what people made of it, keyed by interview id on [Topics#SCORE].
///
/// A score is a derived event: its envelope's id is a digest of answer and scorer, its times are
/// the answer's, so that a repeat is byte-identical.
public sealed interface ScoreEvent extends DomainEvent {

  AnswerRef answer();

  Scorer scorer();

  /// Whether the scorer could not do its work, so that a later success may replace this.
  default boolean failed() {
    return this instanceof AnswerNotScored it && it.reason().failure();
  }

  /// Why there is no score, or why it is 0: the name of a reason, or of the rule that decided.
  default Optional<String> explanation() {
    return switch (this) {
      case AnswerNotScored it -> Optional.of(it.reason().name());
      case AnswerScored it when it.score() == 0 -> it.rules().stream().findFirst();
      case AnswerScored _, ProposalAccepted _ -> Optional.empty();
    };
  }

  /// @param score 0 to 100
  /// @param low lower end of the interval that says how sure the scorer is, 0 to `score`
  /// @param high upper end, `score` to 100
  /// @param rules names of the rules that decided or limited the score, such as `BLANK`
  /// @param standing [Standing#COUNTS] in facts of old
  @WireType("score.answer-scored.v1")
  record AnswerScored(
      AnswerRef answer,
      Scorer scorer,
      int score,
      int low,
      int high,
      List<String> rules,
      @Confidential List<KeyPointScore> keyPoints,
      Standing standing)
      implements ScoreEvent {

    public AnswerScored {
      standing = Standing.of(standing);
    }

    /// Without what was said, for whoever keeps many of them.
    public AnswerScored withoutKeyPoints() {
      return new AnswerScored(answer, scorer, score, low, high, rules, List.of(), standing);
    }
  }

  /// Never a 0: the scorer cannot say.
  ///
  /// @param standing [Standing#COUNTS] in facts of old
  @WireType("score.answer-not-scored.v1")
  record AnswerNotScored(AnswerRef answer, Scorer scorer, NotScoredReason reason, Standing standing)
      implements ScoreEvent {

    public AnswerNotScored {
      standing = Standing.of(standing);
    }
  }

  /// From now on what this scorer found of this answer counts; the envelope's actor says who wants
  /// it so. The latest acceptance of an answer holds, by the time it occurred and then by id, so
  /// that it does not matter in which order they are read.
  @WireType("score.proposal-accepted.v1")
  record ProposalAccepted(AnswerRef answer, Scorer scorer) implements ScoreEvent {}

  enum Standing {
    /// The score of its answer, unless one that counts came before it or another was accepted.
    COUNTS,
    /// Beside the score of its answer, for staff to compare, until it is accepted.
    PROPOSED;

    private static Standing of(@Nullable Standing written) {
      return written == null ? COUNTS : written;
    }
  }

  enum NotScoredReason {
    NO_REFERENCE,
    OTHER_LANGUAGE,
    TOO_LITTLE_TEXT,
    /// The answer lies on the dead-letter topic. Driven through the same scorer again it may get
    /// its score, which then takes the place of this failure.
    SCORING_FAILED,
    /// The scorer has no model to work with; otherwise like [#SCORING_FAILED].
    MODEL_UNAVAILABLE;

    public boolean failure() {
      return this == SCORING_FAILED || this == MODEL_UNAVAILABLE;
    }
  }

  enum Verdict {
    COVERED,
    PARTLY,
    MISSING
  }

  /// @param rubric digest of what the answer was compared with: reference, key points and weights;
  ///   empty in facts of old
  record AnswerRef(
      String interview,
      int question,
      int attempt,
      PersonId person,
      String questionId,
      int questionVersion,
      String rubric) {

    public AnswerRef {
      rubric = written(rubric);
    }
  }

  /// @param calibration names the coefficients that turn likeness into points: the ones shipped
  ///   with the version, or a team's own; empty in facts of old
  record Scorer(String name, String version, String calibration) {

    public Scorer {
      calibration = written(calibration);
    }
  }

  /// @param similarity 0 to 1
  /// @param evidence the candidate's own words that earned the verdict
  /// @param missed terms of the key point that the answer does not have
  /// @param rules names of the rules that capped this key point, such as `NEGATION`; none in facts
  ///   of old
  record KeyPointScore(
      String text,
      int weight,
      Verdict verdict,
      double similarity,
      List<Span> evidence,
      List<String> missed,
      List<String> rules) {

    public KeyPointScore {
      rules = written(rules);
    }
  }

  /// UTF-16 offsets into the answer's text, `to` exclusive.
  record Span(int from, int to) {}

  private static String written(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static List<String> written(@Nullable List<String> names) {
    return names == null ? List.of() : names;
  }
}
