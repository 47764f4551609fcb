package dev.mockingbird.scoring.preview;

import dev.mockingbird.scoring.agreement.CalibratedScorer;
import dev.mockingbird.scoring.languagemodel.SecondOpinion;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Submission;
import dev.mockingbird.scoring.trial.Outcome;
import dev.mockingbird.scoring.trial.Trial;
import dev.mockingbird.scoring.trial.TrialReader;
import dev.mockingbird.scoring.trial.Unreadable;
import dev.mockingbird.scoring.web.Caller;
import dev.mockingbird.scoring.web.Problems;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class PreviewController {

  private static final int LONGEST_ANSWER = 200_000;

  private final CalibratedScorer scorer;
  private final ObjectProvider<SecondOpinion> secondOpinion;

  /// @param secondOpinion where a language model is set
  PreviewController(CalibratedScorer scorer, ObjectProvider<SecondOpinion> secondOpinion) {
    this.scorer = scorer;
    this.secondOpinion = secondOpinion;
  }

  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(schema = @Schema(implementation = Trial.class)))
  @PostMapping("/api/scores/preview")
  Outcome preview(@RequestBody JsonNode trial, JwtAuthenticationToken token) {
    if (!Caller.of(token).staff()) {
      throw Problems.staffOnly();
    }
    Submission submission = submission(trial);
    return trial.path("languageModel").asBoolean(false)
        ? byLanguageModel(submission)
        : Outcome.of(scorer.apply(submission), submission.answer(), scorer.name());
  }

  /// Where the model fails it is the offline outcome, and says so.
  private Outcome byLanguageModel(Submission submission) {
    SecondOpinion opinion = secondOpinion.getIfAvailable();
    if (opinion == null) {
      throw Problems.noLanguageModel();
    }
    Assessment assessment = opinion.orOffline(submission);
    return Outcome.of(
        assessment,
        submission.answer(),
        SecondOpinion.fellBack(assessment) ? scorer.name() : opinion.scorer());
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
