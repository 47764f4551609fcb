package dev.mockingbird.scoring.report;

import dev.mockingbird.events.AnswerScores;
import dev.mockingbird.events.Capability;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.scoring.answer.MeasuredScorer;
import dev.mockingbird.scoring.answer.ScoredAnswer;
import dev.mockingbird.scoring.languagemodel.SecondOpinion;
import dev.mockingbird.scoring.web.Caller;
import dev.mockingbird.scoring.web.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Asks a scorer again about an answer that it failed on: the one whose scores count, also where
/// nobody scored the answer yet, or the language model for its opinion.
@RestController
class RetryController {

  private final Reports reports;
  private final MeasuredScorer scorer;
  private final @Nullable MeasuredScorer languageModel;

  /// @param secondOpinion where a language model is set
  RetryController(
      Reports reports,
      MeasuredScorer scorer,
      ObjectProvider<SecondOpinion> secondOpinion,
      MeterRegistry meters) {
    this.reports = reports;
    this.scorer = scorer;
    SecondOpinion opinion = secondOpinion.getIfAvailable();
    this.languageModel =
        opinion == null ? null : new MeasuredScorer(opinion.scorer(), opinion::assess, meters);
  }

  /// @param scorer name of the one to ask; the one whose scores count when absent
  record Again(@Nullable String scorer) {}

  @PostMapping("/api/reports/{interview}/questions/{number}/score")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void score(
      @PathVariable String interview,
      @PathVariable int number,
      @RequestBody(required = false) @Nullable Again again,
      JwtAuthenticationToken token) {
    InterviewHistory history = reports.history(interview);
    Set<Capability> capabilities = history.capabilities(Caller.of(token).person());
    if (capabilities.isEmpty()) {
      throw Problems.noSuchReport();
    }
    if (!Membership.staff(capabilities)) {
      throw Problems.notStaffOfInterview();
    }
    QuestionHistory question = history.questions.get(number);
    if (question == null) {
      throw Problems.noSuchQuestion();
    }
    QuestionHistory.Answer counting = question.counting();
    if (counting == null) {
      throw Problems.nothingToScore();
    }
    AnswerScores scores = question.scores(counting.attempt());
    String name = again == null ? null : again.scorer();
    if (name == null || name.equals(scorer.name().name())) {
      score(interview, counting, scores);
    } else if (name.equals(SecondOpinion.NAME)) {
      askForAnOpinion(interview, counting, scores);
    } else {
      throw Problems.invalid("/scorer", "No such scorer can be asked again.");
    }
  }

  /// What comes of it is the same record that the consumer would make, so that it does not matter
  /// who is first or how often.
  private void score(String interview, QuestionHistory.Answer counting, AnswerScores scores) {
    if (scores.counting().filter(it -> !it.failed()).isPresent()) {
      throw Problems.alreadyScored();
    }
    EventEnvelope<ScoreEvent> score = scored(scorer, counting, Standing.COUNTS);
    if (score.data().failed()) {
      throw Problems.failedAgain();
    }
    reports.tell(interview, List.of(score));
  }

  /// A model need not say the same twice, so the log alone tells which opinion was its first. It is
  /// asked where its failure shows and not about any answer: those from before it was named are not
  /// sent.
  private void askForAnOpinion(
      String interview, QuestionHistory.Answer counting, AnswerScores scores) {
    if (languageModel == null) {
      throw Problems.noLanguageModel();
    }
    boolean failed =
        scores.others().stream()
            .anyMatch(it -> it.failed() && it.scorer().name().equals(SecondOpinion.NAME));
    if (!failed || scores.of(languageModel.name()).isPresent()) {
      throw Problems.noFailedOpinion();
    }
    EventEnvelope<ScoreEvent> opinion = scored(languageModel, counting, Standing.PROPOSED);
    if (opinion.data().failed()) {
      throw Problems.languageModelFailedAgain();
    }
    reports.tellInOrder(interview, opinion);
  }

  private static EventEnvelope<ScoreEvent> scored(
      MeasuredScorer scorer, QuestionHistory.Answer answer, Standing standing) {
    return ScoredAnswer.event(
        answer.envelope(),
        answer.fact(),
        scorer.name(),
        scorer.assess(ScoredAnswer.submission(answer.fact())),
        standing);
  }
}
