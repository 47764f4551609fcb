package dev.mockingbird.scoring.shell;

import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.scoring.agreement.CalibratedScorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import dev.mockingbird.scoring.scorer.Submission;
import dev.mockingbird.scoring.trial.Line;
import dev.mockingbird.scoring.trial.Outcome;
import dev.mockingbird.scoring.trial.TrialReader;
import dev.mockingbird.scoring.trial.Unreadable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// From a line of input to its line of output. Safe for use by many threads.
final class ScoreLine {

  private static final String INVALID_INPUT = "INVALID_INPUT";
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private final CalibratedScorer scorer;

  ScoreLine(CalibratedScorer scorer) {
    this.scorer = scorer;
  }

  /// @param json without a line end
  /// @param notScored why not, or empty
  /// @param complaint what is wrong with the line, or empty
  record Scored(byte[] json, String notScored, String complaint) {}

  Scored score(Line line) {
    try {
      Submission submission = TrialReader.read(line.json());
      Assessment assessment = scorer.apply(submission);
      if (assessment instanceof NotScored it && it.reason() == NotScoredReason.MODEL_UNAVAILABLE) {
        return complain(
            it.reason().name(),
            "line %d: Its language's model does not load; the reason stands above."
                .formatted(line.number()));
      }
      Outcome outcome = Outcome.of(assessment, submission.answer(), scorer.name());
      return new Scored(
          JSON.writeValueAsBytes(outcome), outcome.score() == null ? reason(outcome) : "", "");
    } catch (Unreadable e) {
      return complain(INVALID_INPUT, Complaints.of(line, e));
    } catch (RuntimeException | StackOverflowError e) {
      return complain(
          NotScoredReason.SCORING_FAILED.name(),
          "line %d: The scorer failed on it (%s): please report it."
              .formatted(line.number(), e.getClass().getSimpleName()));
    }
  }

  private Scored complain(String reason, String complaint) {
    ObjectNode json = JSON.valueToTree(Outcome.notScored(reason, scorer.name()));
    return new Scored(JSON.writeValueAsBytes(json.put("error", complaint)), reason, complaint);
  }

  private static String reason(Outcome outcome) {
    return outcome.reason() == null ? "" : outcome.reason();
  }
}
