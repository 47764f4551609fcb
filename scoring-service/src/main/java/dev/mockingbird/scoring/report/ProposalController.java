package dev.mockingbird.scoring.report;

import dev.mockingbird.events.AnswerScores;
import dev.mockingbird.events.Capability;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.answer.Acceptance;
import dev.mockingbird.scoring.web.Caller;
import dev.mockingbird.scoring.web.Correlation;
import dev.mockingbird.scoring.web.Problems;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Lets what another scorer found count, for answers that count. The score that counted stays and
/// can be accepted again the same way.
@RestController
class ProposalController {

  private final Reports reports;
  private final Clock clock;

  ProposalController(Reports reports, Clock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  /// @param questions all of the interview's when absent
  record Choice(@Nullable Scorer scorer, @Nullable List<Integer> questions) {}

  /// @param questions for which the scorer's word counts now, also where it did already
  record Accepted(List<Integer> questions) {}

  @PostMapping("/api/reports/{interview}/proposals/accept")
  Accepted accept(
      @PathVariable String interview, @RequestBody Choice choice, JwtAuthenticationToken token) {
    Scorer scorer = choice.scorer();
    if (scorer == null || scorer.name() == null || scorer.version() == null) {
      throw Problems.invalid("/scorer", "Say which scorer: its name, version and calibration.");
    }
    Caller caller = Caller.of(token);
    InterviewHistory history = reports.history(interview);
    allow(caller, history);
    Acceptance acceptance = new Acceptance(caller.person(), clock.instant(), Correlation.current());
    List<Integer> accepted = new ArrayList<>();
    List<EventEnvelope<ScoreEvent>> news = new ArrayList<>();
    history.questions.forEach(
        (number, question) -> {
          if (choice.questions() == null || choice.questions().contains(number)) {
            AnswerScores scores = scores(question);
            Optional<AnswerScores.Score> wanted = scores.of(scorer);
            wanted.ifPresent(_ -> accepted.add(number));
            wanted
                .filter(score -> !scores.counting().equals(wanted))
                .ifPresent(score -> news.add(acceptance.of(score)));
          }
        });
    if (accepted.isEmpty()) {
      throw Problems.nothingProposed();
    }
    reports.tell(interview, news);
    return new Accepted(accepted);
  }

  private static void allow(Caller caller, InterviewHistory history) {
    var capabilities = history.capabilities(caller.person());
    if (caller.organiser() && !history.questions.isEmpty()) {
      return;
    }
    if (capabilities.isEmpty()) {
      throw Problems.noSuchReport();
    }
    if (!capabilities.contains(Capability.INTERVIEW)) {
      throw Problems.notStaffOfInterview();
    }
  }

  private static AnswerScores scores(QuestionHistory question) {
    QuestionHistory.Answer counting = question.counting();
    return counting == null ? new AnswerScores() : question.scores(counting.attempt());
  }
}
