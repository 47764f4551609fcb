package dev.mockingbird.scoring.story;

import static dev.mockingbird.scoring.story.Interview.WANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ScoringStoryIT extends OnARunningService {

  @Test
  void scoresASubmittedAnswerOnceAndReportsIt() throws Exception {
    Interview interview = on.interview(3);
    interview.answer(1, 1, Interview.GOOD);
    interview.answer(2, 1, "  ");
    interview.release(1, 2, 3);
    interview.end("", "", "I was going to say");
    on.send(interview.facts);

    JsonNode report = on.settledReport(interview, WANG, 2);

    JsonNode first = report.get("questions").get(0);
    assertThat(first.get("status").asString()).isEqualTo("SCORED");
    assertThat(first.get("score").asInt()).isGreaterThan(70);
    assertThat(first.get("answer").get("text").asString()).isEqualTo(Interview.GOOD);
    assertThat(first.get("keyPoints").get(0).get("verdict").asString()).isEqualTo("COVERED");
    assertThat(first.get("reference").asString()).isEqualTo(Interview.STAFF.reference());
    JsonNode blank = report.get("questions").get(1);
    assertThat(blank.get("score").asInt()).isZero();
    assertThat(blank.get("reason").asString()).isEqualTo("BLANK");
    JsonNode draft = report.get("questions").get(2);
    assertThat(draft.get("status").asString()).isEqualTo("NOT_ANSWERED");
    assertThat(draft.get("draft").asString()).isEqualTo("I was going to say");
    assertThat(report.get("overall").get("scored").asInt()).isEqualTo(2);
    assertThat(report.get("overall").get("notAnswered").asInt()).isEqualTo(1);
    assertThat(on.scoresOf(interview)).hasSize(2);
  }

  @Test
  void keepsOneScoreWhateverIsRepeatedOrOutOfOrder() throws Exception {
    Interview interview = on.interview(3);
    for (int question = 1; question <= 3; question++) {
      interview.answer(question, 1, "AOF appends commands.");
      interview.answer(question, 2, Interview.GOOD);
    }
    interview.end("", "", "");
    List<EventEnvelope<?>> records = new ArrayList<>();
    for (int copy = 0; copy < 4; copy++) {
      records.addAll(interview.facts);
    }
    Collections.shuffle(records, new Random(5));
    on.send(records);
    await().atMost(Running.PATIENCE).until(() -> on.scoresOf(interview).size() == 24);

    JsonNode report = on.settledReport(interview, WANG, 3);

    assertThat(report.get("questions").valueStream())
        .hasSize(3)
        .allSatisfy(
            question -> {
              assertThat(question.get("answer").get("attempt").asInt()).isEqualTo(2);
              assertThat(question.get("answer").get("attempts").asInt()).isEqualTo(2);
              assertThat(question.get("score").asInt()).isGreaterThan(70);
            });
    Set<String> different = new HashSet<>();
    on.scoresOf(interview).forEach(it -> different.add(it.value()));
    assertThat(different).as("repeats are byte-identical").hasSize(6);
  }

  @Test
  void knowsNoLanguageModelUnlessOneIsSet() {
    assertThat(
            Running.problem(
                on.service.post(
                    "/api/scores/preview",
                    on.gateway.token(WANG.value(), "interviewer"),
                    "{\"question\":\"q\",\"answer\":\"a\",\"languageModel\":true}")))
        .isEqualTo("409 NO_LANGUAGE_MODEL");
    assertThat(
            on.service
                .get("/api/scores/language-model", on.gateway.token(WANG.value(), "member"))
                .body())
        .isEqualTo("{\"asked\":false}");
  }

  @Test
  void putsAPoisonRecordAsideAndScoresTheNext() throws Exception {
    Interview interview = on.interview(1);
    interview.answer(1, 1, Interview.GOOD);
    String poison = "{\"type\":\"room.answer-submitted.v1\",\"marker\":\"" + interview.id + "\"}";
    on.producer.send(new ProducerRecord<>(Topics.ROOM, interview.id, poison)).get();
    on.producer
        .send(
            new ProducerRecord<>(
                Topics.ROOM, interview.id, "{\"type\":\"room.from-the-future.v9\"}"))
        .get();
    Interview broken = Interview.named(interview.id, 0);
    broken.add(
        new RoomEvent.RoomEnded(
            RoomEvent.EndReason.EMPTY, "title", Language.ENGLISH, null, null, null));
    on.send(List.of(broken.facts.getLast()));
    on.send(interview.facts);

    assertThat(on.settledReport(interview, WANG, 1).get("questions").get(0).get("score").asInt())
        .isGreaterThan(70);
    for (String group : List.of("scoring-service.scores", "scoring-service.reports")) {
      await()
          .atMost(Running.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(on.records(Topics.deadLetters(Topics.ROOM, group)))
                      .filteredOn(it -> it.value().equals(poison))
                      .isNotEmpty());
    }
  }

  @Test
  void letsASuccessReplaceAFailureButNoFailureASuccess() throws Exception {
    Interview interview = on.interview(1);
    EventEnvelope<?> answer = interview.answer(1, 1, Interview.GOOD);
    EventEnvelope<?> failure = failure(answer);
    on.send(interview.facts.subList(0, interview.facts.size() - 1));
    on.awaitReported(on.send(Topics.SCORE, failure));

    on.send(List.of(answer));
    assertThat(first(on.settledReport(interview, WANG, 1)).get("score").asInt()).isGreaterThan(70);

    on.awaitReported(on.send(Topics.SCORE, failure));
    assertThat(first(on.settledReport(interview, WANG, 1)).get("status").asString())
        .isEqualTo("SCORED");
  }

  /// As the scorer would have told it.
  private static EventEnvelope<?> failure(EventEnvelope<?> answer) {
    RoomEvent.AnswerSubmitted submitted = (RoomEvent.AnswerSubmitted) answer.data();
    ScoreEvent.AnswerNotScored failed =
        new ScoreEvent.AnswerNotScored(
            new ScoreEvent.AnswerRef(
                answer.aggregate(),
                submitted.question(),
                submitted.attempt(),
                submitted.person(),
                submitted.content().id(),
                submitted.content().version(),
                ""),
            AlignmentScorer.SCORER,
            ScoreEvent.NotScoredReason.SCORING_FAILED,
            ScoreEvent.Standing.COUNTS);
    return new EventEnvelope<>(
        "digest",
        EventTypes.wireType(failed.getClass()),
        answer.workspace(),
        answer.aggregate(),
        0,
        answer.sequence(),
        answer.occurredAt(),
        PersonId.SYSTEM,
        answer.correlationId(),
        answer.id(),
        failed);
  }

  private static JsonNode first(JsonNode report) {
    return report.get("questions").get(0);
  }

  @Test
  void keepsAnswersAndEvidenceUnreadableInKafka() throws Exception {
    Interview interview = on.interview(1);
    interview.answer(1, 1, Interview.GOOD);
    on.send(interview.facts);
    on.settledReport(interview, WANG, 1);

    for (ConsumerRecord<String, String> score : on.scoresOf(interview)) {
      assertThat(score.value()).doesNotContain("snapshot").contains("encrypted");
    }
  }
}
