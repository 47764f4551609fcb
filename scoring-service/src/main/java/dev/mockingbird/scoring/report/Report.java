package dev.mockingbird.scoring.report;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.ScoreEvent.KeyPointScore;
import dev.mockingbird.events.ScoreEvent.Scorer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report as one viewer may see it.
///
/// @param released the candidate may read it too
record Report(
    String interview,
    String title,
    Language language,
    Status status,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<Member> members,
    boolean released,
    List<Question> questions,
    Overall overall) {

  enum Status {
    LIVE,
    ENDED
  }

  record Member(PersonId person, Capability capability) {}

  enum QuestionStatus {
    SCORED,
    NOT_SCORED,
    NOT_ANSWERED,
    /// Asked, and it can still be answered.
    OPEN,
    /// Answered, and not scored yet.
    PENDING
  }

  /// @param reason why there is no score, why it is 0, or `NOT_RELEASED`
  /// @param draft what stood in the document when the room ended, where nothing was submitted
  /// @param notes names of the rules that decided or limited the score
  /// @param proposals what other scorers found of the answer, for staff alone
  /// @param failed the scorer may be asked again, for staff alone
  record Question(
      int question,
      QuestionSnapshot content,
      QuestionStatus status,
      @Nullable String reason,
      @Nullable Integer score,
      @Nullable Integer low,
      @Nullable Integer high,
      @Nullable Answer answer,
      @Nullable String draft,
      List<KeyPointScore> keyPoints,
      List<String> notes,
      @Nullable String reference,
      int hintsShown,
      @Nullable Scorer scorer,
      List<Proposal> proposals,
      boolean failed) {}

  /// Beside the score that counts, to be compared with it and accepted in its place.
  ///
  /// @param status `SCORED` or `NOT_SCORED`
  /// @param reason why there is no score, or the rule that says most about it
  record Proposal(
      Scorer scorer,
      QuestionStatus status,
      @Nullable Integer score,
      @Nullable Integer low,
      @Nullable Integer high,
      @Nullable String reason) {}

  /// @param attempts how many were submitted in all
  record Answer(int attempt, int attempts, String text, Instant submittedAt) {}

  /// @param score mean over the scored questions; absent when none is
  record Overall(
      @Nullable Integer score, int scored, int notScored, int notAnswered, int pending, int open) {}
}
