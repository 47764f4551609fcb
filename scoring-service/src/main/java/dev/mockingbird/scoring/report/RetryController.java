package dev.mockingbird.scoring.report;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.scoring.answer.MeasuredScorer;
import dev.mockingbird.scoring.answer.ScoredAnswer;
import dev.mockingbird.scoring.web.Caller;
import dev.mockingbird.scoring.web.Problems;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Asks the scorer again about an answer that it failed on, or that nobody scored yet. What comes
/// of it is the same record that the consumer would make, so that it does not matter who is first
/// or how often.
@RestController
class RetryController {

  private final Reports reports;
  private final MeasuredScorer scorer;

  RetryController(Reports reports, MeasuredScorer scorer) {
    this.reports = reports;
    this.scorer = scorer;
  }

  @PostMapping("/api/reports/{interview}/questions/{number}/score")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void score(
      @PathVariable String interview, @PathVariable int number, JwtAuthenticationToken token) {
    InterviewHistory history = reports.history(interview);
    Set<Capability> capabilities = history.capabilities(Caller.of(token).person());
    if (capabilities.isEmpty()) {
      throw Problems.noSuchReport();
    }
    if (!Membership.staff(capabilities)) {
      throw Problems.notStaffOfInterview();
    }
    EventEnvelope<ScoreEvent> score = scored(unscored(history, number));
    if (score.data().failed()) {
      throw Problems.failedAgain();
    }
    reports.tell(interview, List.of(score));
  }

  private static QuestionHistory.Answer unscored(InterviewHistory history, int number) {
    QuestionHistory question = history.questions.get(number);
    if (question == null) {
      throw Problems.noSuchQuestion();
    }
    QuestionHistory.Answer counting = question.counting();
    if (counting == null) {
      throw Problems.nothingToScore();
    }
    if (question
        .scores(counting.attempt())
        .counting()
        .filter(score -> !score.failed())
        .isPresent()) {
      throw Problems.alreadyScored();
    }
    return counting;
  }

  private EventEnvelope<ScoreEvent> scored(QuestionHistory.Answer answer) {
    return ScoredAnswer.event(
        answer.envelope(),
        answer.fact(),
        scorer.name(),
        scorer.assess(ScoredAnswer.submission(answer.fact())),
        Standing.COUNTS);
  }
}
