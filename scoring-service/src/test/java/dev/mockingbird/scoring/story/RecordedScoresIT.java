package dev.mockingbird.scoring.story;

import static dev.mockingbird.scoring.story.Interview.CHEN;
import static dev.mockingbird.scoring.story.Interview.WANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.RoomEvent.AnswerSubmitted;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.answer.ScoredAnswer;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import dev.mockingbird.scoring.scorer.Assessment;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What people may do about scores that are there: try a failed one again, accept a proposed one.
class RecordedScoresIT extends OnARunningService {

  private static final Scorer NEWER = new Scorer("alignment", "99", "99");

  @Test
  void triesAFailedAnswerAgainAndMakesTheRecordThatTheConsumerWouldMake() throws Exception {
    Interview interview = on.interview(2);
    EventEnvelope<?> answer = interview.answer(1, 1, Interview.GOOD);
    on.service.scores(false);
    try {
      on.send(interview.facts);
      on.awaitReported(
          on.send(
              Topics.SCORE,
              score(
                  answer,
                  AlignmentScorer.SCORER,
                  new Assessment.NotScored(NotScoredReason.SCORING_FAILED),
                  Standing.COUNTS)));
      assertThat(question(interview).get("failed").asBoolean()).isTrue();
      assertThat(Running.problem(again(interview, 1, CHEN.value()))).isEqualTo("403 NOT_ALLOWED");
      assertThat(Running.problem(again(interview, 1, "demo:9999"))).isEqualTo("404 NO_SUCH_REPORT");
      assertThat(Running.problem(again(interview, 2, WANG.value()))).isEqualTo("409 NOT_ANSWERED");
      assertThat(Running.problem(again(interview, 7, WANG.value())))
          .isEqualTo("404 NO_SUCH_QUESTION");

      assertThat(again(interview, 1, WANG.value()).statusCode()).isEqualTo(202);

      assertThat(question(interview).get("failed").asBoolean()).isFalse();
      assertThat(question(interview).get("score").asInt()).isGreaterThan(70);
      assertThat(Running.problem(again(interview, 1, WANG.value())))
          .isEqualTo("409 ALREADY_SCORED");
    } finally {
      on.service.scores(true);
    }
    await().atMost(Running.PATIENCE).until(() -> on.scoresOf(interview).size() == 3);
    Set<String> different = new HashSet<>();
    on.scoresOf(interview).forEach(it -> different.add(it.value()));
    assertThat(different).as("the failure and the score").hasSize(2);
  }

  @Test
  void letsAProposalCountOnceItIsAcceptedAndTheOldScoreAgainAfterThat() throws Exception {
    Interview interview = on.interview(2);
    EventEnvelope<?> answer = interview.answer(1, 1, Interview.GOOD);
    interview.answer(2, 1, Interview.GOOD);
    interview.release(1, 2);
    interview.end("", "");
    on.send(interview.facts);
    int first = on.settledReport(interview, WANG, 2).at("/questions/0/score").asInt();
    on.awaitReported(
        on.send(
            Topics.SCORE,
            score(
                answer,
                NEWER,
                new Assessment.Scored(11, 5, 20, List.of(), List.of()),
                Standing.PROPOSED)));

    assertThat(question(interview).get("score").asInt()).isEqualTo(first);
    assertThat(question(interview).at("/proposals/0/score").asInt()).isEqualTo(11);
    assertThat(on.report(interview, CHEN).body())
        .contains("\"proposals\":[]")
        .doesNotContain("\"99\"");
    assertThat(Running.problem(accept(interview, NEWER, CHEN.value(), "member")))
        .isEqualTo("403 NOT_ALLOWED");
    assertThat(Running.problem(accept(interview, NEWER, "demo:9999", "interviewer")))
        .isEqualTo("404 NO_SUCH_REPORT");
    assertThat(
            Running.problem(accept(interview, new Scorer("none", "1", ""), WANG.value(), "member")))
        .isEqualTo("409 NOTHING_PROPOSED");

    HttpResponse<String> accepted = accept(interview, NEWER, WANG.value(), "member");
    assertThat(accepted.statusCode()).isEqualTo(200);
    assertThat(accepted.body()).isEqualTo("{\"questions\":[1]}");
    assertThat(question(interview).get("score").asInt()).isEqualTo(11);
    assertThat(on.report(interview, CHEN).body()).contains("\"score\":11");
    assertThat(accept(interview, NEWER, WANG.value(), "member").body())
        .isEqualTo("{\"questions\":[1]}");
    assertThat(acceptances(interview)).as("a repeat says nothing new").isEqualTo(1);

    assertThat(accept(interview, AlignmentScorer.SCORER, "demo:1009", "organiser").statusCode())
        .isEqualTo(200);
    assertThat(question(interview).get("score").asInt()).isEqualTo(first);
    assertThat(acceptances(interview)).isEqualTo(2);
  }

  private static long acceptances(Interview interview) {
    return on.scoresOf(interview).stream()
        .filter(it -> it.value().contains("score.proposal-accepted.v1"))
        .count();
  }

  private static JsonNode question(Interview interview) {
    return Running.JSON.readTree(on.report(interview, WANG).body()).at("/questions/0");
  }

  private static EventEnvelope<?> score(
      EventEnvelope<?> answer, Scorer scorer, Assessment assessment, Standing standing) {
    return ScoredAnswer.event(
        answer, (AnswerSubmitted) answer.data(), scorer, assessment, standing);
  }

  private static HttpResponse<String> again(Interview interview, int question, String person) {
    return on.service.post(
        "/api/reports/%s/questions/%d/score".formatted(interview.id, question),
        on.gateway.token(person, "interviewer"),
        "");
  }

  private static HttpResponse<String> accept(
      Interview interview, Scorer scorer, String person, String role) {
    return on.service.post(
        "/api/reports/%s/proposals/accept".formatted(interview.id),
        on.gateway.token(person, role),
        Running.JSON.writeValueAsString(java.util.Map.of("scorer", scorer)));
  }
}
