package dev.mockingbird.scoring.preview;

import dev.mockingbird.scoring.agreement.CalibratedScorer;
import dev.mockingbird.scoring.scorer.Submission;
import dev.mockingbird.scoring.trial.Outcome;
import dev.mockingbird.scoring.trial.Trial;
import dev.mockingbird.scoring.trial.TrialReader;
import dev.mockingbird.scoring.trial.Unreadable;
import dev.mockingbird.scoring.web.Caller;
import dev.mockingbird.scoring.web.Problems;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class PreviewController {

  private static final int LONGEST_ANSWER = 200_000;

  private final CalibratedScorer scorer;

  PreviewController(CalibratedScorer scorer) {
    this.scorer = scorer;
  }

  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(schema = @Schema(implementation = Trial.class)))
  @PostMapping("/api/scores/preview")
  Outcome preview(@RequestBody JsonNode trial, JwtAuthenticationToken token) {
    if (!Caller.of(token).staff()) {
      throw Problems.staffOnly();
    }
    Submission submission = submission(trial);
    return Outcome.of(scorer.apply(submission), submission.answer(), scorer.name());
  }

  private static Submission submission(JsonNode trial) {
    try {
      Submission submission = TrialReader.read(trial);
      if (submission.answer().length() > LONGEST_ANSWER) {
        throw new Unreadable("/answer", "It has more than 200,000 characters.");
      }
      return submission;
    } catch (Unreadable e) {
      throw Problems.invalid(e.pointer(), e.sentence());
    }
  }
}
