package dev.mockingbird.scoring.story;

import static dev.mockingbird.scoring.story.Interview.CHEN;
import static dev.mockingbird.scoring.story.Interview.WANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.eventlog.DurableProducer;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.InterviewEvent.InterviewErased;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.events.Topics;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LocalStack({Store.REDIS, Store.KAFKA, Store.ELASTICSEARCH})
class ScoringStoryIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static Stores stores;
  private static TestGateway gateway;
  private static Path installationKey;
  private static Service service;
  private static Producer<String, String> producer;

  @BeforeAll
  static void start(Stores shared) throws Exception {
    stores = shared;
    gateway = new TestGateway();
    installationKey =
        Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
    producer = DurableProducer.create(stores.kafkaBootstrap());
    startService();
  }

  @AfterAll
  static void stop() {
    service.close();
    producer.close();
    gateway.close();
  }

  private static void startService() {
    service = new Service(stores, gateway.url(), installationKey);
    await().atMost(PATIENCE).until(service::consumes);
  }

  @Test
  void scoresASubmittedAnswerOnceAndReportsIt() throws Exception {
    Interview interview = interview(3);
    interview.answer(1, 1, Interview.GOOD);
    interview.answer(2, 1, "  ");
    interview.release(1, 2, 3);
    interview.end("", "", "I was going to say");
    send(interview.facts);

    JsonNode report = settledReport(interview, WANG, 2);

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
    assertThat(scoresOf(interview)).hasSize(2);
  }

  @Test
  void keepsOneScoreWhateverIsRepeatedOrOutOfOrder() throws Exception {
    Interview interview = interview(3);
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
    send(records);
    await().atMost(PATIENCE).until(() -> scoresOf(interview).size() == 24);

    JsonNode report = settledReport(interview, WANG, 3);

    assertThat(report.get("questions").valueStream())
        .hasSize(3)
        .allSatisfy(
            question -> {
              assertThat(question.get("answer").get("attempt").asInt()).isEqualTo(2);
              assertThat(question.get("answer").get("attempts").asInt()).isEqualTo(2);
              assertThat(question.get("score").asInt()).isGreaterThan(70);
            });
    Set<String> different = new HashSet<>();
    scoresOf(interview).forEach(it -> different.add(it.value()));
    assertThat(different).as("repeats are byte-identical").hasSize(6);
  }

  @Test
  void putsAPoisonRecordAsideAndScoresTheNext() throws Exception {
    Interview interview = interview(1);
    interview.answer(1, 1, Interview.GOOD);
    String poison = "{\"type\":\"room.answer-submitted.v1\",\"marker\":\"" + interview.id + "\"}";
    producer.send(new ProducerRecord<>(Topics.ROOM, interview.id, poison)).get();
    producer
        .send(
            new ProducerRecord<>(
                Topics.ROOM, interview.id, "{\"type\":\"room.from-the-future.v9\"}"))
        .get();
    send(interview.facts);

    assertThat(settledReport(interview, WANG, 1).get("questions").get(0).get("score").asInt())
        .isGreaterThan(70);
    for (String group : List.of("scoring-service.scores", "scoring-service.reports")) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(records(Topics.deadLetters(Topics.ROOM, group)))
                      .filteredOn(it -> it.value().equals(poison))
                      .isNotEmpty());
    }
  }

  @Test
  void rebuildsTheSameReportFromTheLog() throws Exception {
    Interview interview = interview(2);
    interview.answer(1, 1, Interview.GOOD);
    interview.answer(2, 1, "nothing of it", StaffMaterial.NONE);
    interview.release(1, 2);
    interview.end("", "");
    send(interview.facts);
    JsonNode before = settledReport(interview, CHEN, 1);
    assertThat(before.get("questions").get(1).get("reason").asString()).isEqualTo("NO_REFERENCE");

    service.close();
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(stores.elasticsearchUri() + "/mockingbird-reports-1"))
                .DELETE()
                .build(),
            HttpResponse.BodyHandlers.discarding());
    startService();

    assertThat(settledReport(interview, CHEN, 1)).isEqualTo(before);
  }

  @Test
  void showsACandidateOnlyWhatIsReleasedAndAStrangerNothing() throws Exception {
    Interview interview = interview(2);
    interview.answer(1, 1, Interview.GOOD);
    interview.answer(2, 1, Interview.GOOD);
    send(interview.facts);
    settledReport(interview, WANG, 2);

    assertThat(problem(interview, CHEN)).isEqualTo("403 NOT_RELEASED");
    assertThat(problem(interview, new PersonId("demo:9999"))).isEqualTo("404 NO_SUCH_REPORT");
    assertThat(
            service
                .get("/api/reports/" + "x".repeat(600), gateway.token(WANG.value(), "member"))
                .statusCode())
        .isEqualTo(404);
    assertThat(service.get("/api/reports/" + interview.id, "").statusCode()).isEqualTo(401);
    assertThat(
            service
                .get(
                    "/api/reports/" + interview.id,
                    gateway.tokenFor("somebody-else", "read write", WANG.value()))
                .statusCode())
        .isEqualTo(401);

    interview.release(1);
    send(interview.facts);
    await().atMost(PATIENCE).until(() -> report(interview, CHEN).statusCode() == 200);
    JsonNode questions = JSON.readTree(report(interview, CHEN).body()).get("questions");
    assertThat(questions.get(0).get("score").asInt()).isGreaterThan(70);
    assertThat(questions.get(1).get("reason").asString()).isEqualTo("NOT_RELEASED");
    assertThat(questions.get(1).get("score").isNull()).isTrue();
    assertThat(questions.get(1).get("reference").isNull()).isTrue();
    assertThat(questions.get(1).get("keyPoints").isEmpty()).isTrue();
  }

  @Test
  void writesDownWhoSawAReport() throws Exception {
    Interview interview = interview(1);
    interview.end("");
    send(interview.facts);
    settledReport(interview, WANG, 0);
    report(interview, CHEN);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(records(Topics.ACCESS))
                    .filteredOn(it -> interview.id.equals(it.key()))
                    .extracting(it -> JSON.readTree(it.value()))
                    .anySatisfy(
                        it -> {
                          assertThat(it.get("actor").asString()).isEqualTo(CHEN.value());
                          assertThat(it.get("correlationId").asString())
                              .isEqualTo("test-correlation");
                          assertThat(it.get("data").get("content").asString()).isEqualTo("REPORT");
                        }));
  }

  @Test
  void forgetsAnErasedInterviewAlsoWhenRecordsComeLate() throws Exception {
    Interview interview = interview(1);
    interview.answer(1, 1, Interview.GOOD);
    send(interview.facts);
    settledReport(interview, WANG, 1);

    service.keys().erase(interview.id);
    EventEnvelope<?> erased =
        new EventEnvelope<>(
            interview.id + "/99",
            EventTypes.wireType(InterviewErased.class),
            "default",
            interview.id,
            99,
            99,
            interview.facts.getLast().occurredAt(),
            PersonId.SYSTEM,
            "test-correlation",
            null,
            new InterviewErased("receipt"));
    producer
        .send(new ProducerRecord<>(Topics.INTERVIEW, interview.id, service.codec().encode(erased)))
        .get();
    await().atMost(PATIENCE).until(() -> report(interview, WANG).statusCode() == 404);

    Interview marker = interview(1);
    producer
        .send(
            new ProducerRecord<>(
                Topics.ROOM, interview.id, service.codec().encode(interview.facts.get(1))))
        .get();
    send(marker.facts);
    settledReport(marker, WANG, 0);
    assertThat(report(interview, WANG).statusCode()).isEqualTo(404);
  }

  @Test
  void keepsAnswersAndEvidenceUnreadableInKafka() throws Exception {
    Interview interview = interview(1);
    interview.answer(1, 1, Interview.GOOD);
    send(interview.facts);
    settledReport(interview, WANG, 1);

    for (ConsumerRecord<String, String> score : scoresOf(interview)) {
      assertThat(score.value()).doesNotContain("snapshot").contains("encrypted");
    }
  }

  @Test
  void letsStaffTryTheScorer() {
    String body =
        """
        {"question":"How does AOF work?","references":["AOF appends every write command to a log."],
         "answer":"It appends each write command to the log file.","language":"en"}""";

    HttpResponse<String> staff =
        service.post("/api/scores/preview", gateway.token("demo:1001", "interviewer"), body);
    assertThat(staff.statusCode()).isEqualTo(200);
    JsonNode outcome = JSON.readTree(staff.body());
    assertThat(outcome.get("status").asString()).isEqualTo("SCORED");
    assertThat(outcome.get("score").asInt()).isGreaterThan(60);
    assertThat(outcome.get("scorer").get("name").asString()).isEqualTo("alignment");

    assertThat(
            service
                .post("/api/scores/preview", gateway.token("demo:1003", "member"), body)
                .statusCode())
        .isEqualTo(403);
    assertThat(
            service
                .post(
                    "/api/scores/preview",
                    gateway.tokenFor("mockingbird", "read", "demo:1001", "interviewer"),
                    body)
                .statusCode())
        .isEqualTo(403);
    assertThat(
            service
                .post("/api/scores/preview", gateway.token("demo:1001", "interviewer"), "{}")
                .body())
        .contains("INVALID_REQUEST");
    assertThat(
            service
                .post("/api/scores/preview", gateway.token("demo:1001", "interviewer"), "{nonsense")
                .body())
        .contains("INVALID_REQUEST");
  }

  @Test
  void tellsHowItIsAndWhatItOffers() {
    await()
        .atMost(PATIENCE)
        .until(() -> service.get("/actuator/health/readiness", "").statusCode() == 200);
    assertThat(service.get("/actuator/health/liveness", "").statusCode()).isEqualTo(200);
    assertThat(service.get("/api/docs/scoring", "").body())
        .contains("/api/reports/{interview}")
        .contains("/api/scores/preview");
  }

  private static Interview interview(int questions) {
    Interview interview = Interview.withQuestions(questions);
    service.keys().create(interview.id);
    return interview;
  }

  private static void send(List<EventEnvelope<?>> facts)
      throws ExecutionException, InterruptedException {
    for (EventEnvelope<?> fact : facts) {
      producer
          .send(new ProducerRecord<>(Topics.ROOM, fact.aggregate(), service.codec().encode(fact)))
          .get();
    }
  }

  private static HttpResponse<String> report(Interview interview, PersonId person) {
    return service.get("/api/reports/" + interview.id, gateway.token(person.value(), "member"));
  }

  private static String problem(Interview interview, PersonId person) {
    HttpResponse<String> response = report(interview, person);
    return response.statusCode() + " " + JSON.readTree(response.body()).get("code").asString();
  }

  /// The report when every fact sent so far is in it and nothing is pending.
  private static JsonNode settledReport(Interview interview, PersonId person, int scored) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> {
              HttpResponse<String> response = report(interview, person);
              return response.statusCode() == 200 ? JSON.readTree(response.body()) : null;
            },
            it ->
                it != null
                    && it.get("overall").get("pending").asInt() == 0
                    && it.get("overall").get("scored").asInt() == scored);
  }

  private static List<ConsumerRecord<String, String>> scoresOf(Interview interview) {
    return records(Topics.SCORE).stream().filter(it -> interview.id.equals(it.key())).toList();
  }

  private static List<ConsumerRecord<String, String>> records(String topic) {
    return TopicReader.all(stores.kafkaBootstrap(), topic);
  }
}
