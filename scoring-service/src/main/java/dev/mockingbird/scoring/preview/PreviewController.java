package dev.mockingbird.scoring.preview;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.KeyPointScore;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Submission;
import dev.mockingbird.scoring.web.Caller;
import dev.mockingbird.scoring.web.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PreviewController {

  private static final int LONGEST = 200_000;
  private static final int MOST_KEY_POINTS = 50;

  private final AlignmentScorer scorer;

  PreviewController(AlignmentScorer scorer) {
    this.scorer = scorer;
  }

  record Trial(
      @Nullable String question,
      @Nullable List<String> references,
      @Nullable List<KeyPoint> keyPoints,
      @Nullable String answer,
      @Nullable Language language) {}

  /// @param status `SCORED` or `NOT_SCORED`
  /// @param notes names of the rules that decided or limited the score
  record Outcome(
      String status,
      @Nullable String reason,
      @Nullable Integer score,
      @Nullable Integer low,
      @Nullable Integer high,
      List<String> notes,
      List<KeyPointScore> keyPoints,
      Scorer scorer) {}

  @PostMapping("/api/scores/preview")
  Outcome preview(@RequestBody Trial trial, JwtAuthenticationToken token) {
    if (!Caller.of(token).staff()) {
      throw Problems.staffOnly();
    }
    return outcome(scorer.assess(submission(trial)));
  }

  private static Submission submission(Trial trial) {
    if (trial.language() == null) {
      throw Problems.invalid("language", "Say the language of the question: zh or en.");
    }
    List<String> references = trial.references() == null ? List.of() : trial.references();
    List<KeyPoint> keyPoints = trial.keyPoints() == null ? List.of() : trial.keyPoints();
    if (keyPoints.size() > MOST_KEY_POINTS || references.size() > MOST_KEY_POINTS) {
      throw Problems.invalid("keyPoints", "At most 50 key points and 50 references.");
    }
    if (keyPoints.stream().anyMatch(it -> it.weight() < 1 || it.weight() > 3)) {
      throw Problems.invalid("keyPoints", "A key point weighs 1, 2 or 3.");
    }
    Submission submission =
        new Submission(
            trial.question() == null ? "" : trial.question(),
            references,
            keyPoints,
            trial.answer() == null ? "" : trial.answer(),
            trial.language());
    if (length(submission) > LONGEST) {
      throw Problems.invalid("answer", "Question, references and answer are too long together.");
    }
    return submission;
  }

  private static long length(Submission it) {
    return it.question().length()
        + it.answer().length()
        + it.references().stream().mapToLong(String::length).sum()
        + it.keyPoints().stream().mapToLong(point -> point.text().length()).sum();
  }

  private static Outcome outcome(Assessment assessment) {
    return switch (assessment) {
      case Assessment.Scored it ->
          new Outcome(
              "SCORED",
              it.rules().stream()
                  .filter(rule -> it.score() == 0)
                  .map(Enum::name)
                  .findFirst()
                  .orElse(null),
              it.score(),
              it.low(),
              it.high(),
              it.rules().stream().map(Enum::name).toList(),
              it.keyPoints(),
              AlignmentScorer.SCORER);
      case Assessment.NotScored it ->
          new Outcome(
              "NOT_SCORED",
              it.reason().name(),
              null,
              null,
              null,
              List.of(),
              List.of(),
              AlignmentScorer.SCORER);
    };
  }
}
