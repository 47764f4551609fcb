package dev.mockingbird.scoring.trial;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.mockingbird.events.ScoreEvent.KeyPointScore;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Span;
import dev.mockingbird.events.ScoreEvent.Verdict;
import dev.mockingbird.scoring.scorer.Assessment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The JSON that comes out.
///
/// @param score 0 to 100; null where it was not scored
/// @param interval both ends of the 90 % interval; null where it was not scored
/// @param status `SCORED` or `NOT_SCORED`
/// @param reason why it was not scored, or the rule that decided or limited the score most
/// @param notes names of all rules that decided, limited or comment the score
@JsonPropertyOrder({"score", "interval", "status", "reason", "notes", "keyPoints", "scorer"})
public record Outcome(
    @Nullable Integer score,
    @Nullable List<Integer> interval,
    String status,
    @Nullable String reason,
    List<String> notes,
    List<KeyPointOutcome> keyPoints,
    Scorer scorer) {

  /// @param similarity 0 to 1
  /// @param evidence the candidate's own words that earned the verdict
  /// @param spans where these are in the answer, in UTF-16 units, `to` exclusive
  /// @param missed terms of the key point that the answer does not have
  /// @param rules names of the rules that capped it
  @JsonPropertyOrder({
    "text",
    "weight",
    "verdict",
    "similarity",
    "evidence",
    "spans",
    "missed",
    "rules"
  })
  public record KeyPointOutcome(
      String text,
      int weight,
      Verdict verdict,
      double similarity,
      List<String> evidence,
      List<Span> spans,
      List<String> missed,
      List<String> rules) {

    private static KeyPointOutcome of(KeyPointScore point, String answer) {
      return new KeyPointOutcome(
          point.text(),
          point.weight(),
          point.verdict(),
          point.similarity(),
          point.evidence().stream().map(it -> answer.substring(it.from(), it.to())).toList(),
          point.evidence(),
          point.missed(),
          point.rules());
    }
  }

  /// @param answer that the assessment is of
  public static Outcome of(Assessment assessment, String answer, Scorer scorer) {
    return switch (assessment) {
      case Assessment.Scored it -> {
        List<String> notes = it.rules().stream().map(Enum::name).toList();
        yield new Outcome(
            it.score(),
            List.of(it.low(), it.high()),
            "SCORED",
            notes.isEmpty() ? null : notes.getFirst(),
            notes,
            it.keyPoints().stream().map(point -> KeyPointOutcome.of(point, answer)).toList(),
            scorer);
      }
      case Assessment.NotScored it -> notScored(it.reason().name(), scorer);
    };
  }

  public static Outcome notScored(String reason, Scorer scorer) {
    return new Outcome(null, null, "NOT_SCORED", reason, List.of(), List.of(), scorer);
  }
}
