package dev.mockingbird.scoring.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.scoring.languagemodel.ModelServer;
import dev.mockingbird.scoring.languagemodel.SecondOpinions;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Who may call, what operators see, and what the interface says of itself.
@LocalStack({Store.REDIS, Store.KAFKA, Store.ELASTICSEARCH})
class ServiceEdgeIT {

  @TempDir static Path folder;
  private static ModelServer model;
  private static Running on;
  private static volatile boolean modelFails;

  @BeforeAll
  static void start(Stores stores) throws Exception {
    model =
        ModelServer.that(
            exchange ->
                (modelFails
                        ? ModelServer.says("nonsense")
                        : ModelServer.says(SecondOpinions.allMissing(exchange.request())))
                    .answer(exchange));
    on =
        new Running(
            stores,
            folder,
            "--mockingbird.language-model.url=" + model.url(),
            "--mockingbird.language-model.model=tiny");
  }

  @AfterAll
  static void stop() {
    on.close();
    model.close();
  }

  @Test
  void letsStaffTryTheScorer() {
    String body =
        """
        {"question":"How does AOF work?","references":["AOF appends every write command to a log."],
         "answer":"It appends each write command to the log file.","language":"en"}""";

    HttpResponse<String> staff =
        on.service.post("/api/scores/preview", on.gateway.token("demo:1001", "interviewer"), body);
    assertThat(staff.statusCode()).isEqualTo(200);
    JsonNode outcome = Running.JSON.readTree(staff.body());
    assertThat(outcome.get("status").asString()).isEqualTo("SCORED");
    assertThat(outcome.get("score").asInt()).isGreaterThan(60);
    assertThat(outcome.get("scorer").get("name").asString()).isEqualTo("alignment");

    assertThat(
            on.service
                .post("/api/scores/preview", on.gateway.token("demo:1003", "member"), body)
                .statusCode())
        .isEqualTo(403);
    assertThat(
            on.service
                .post(
                    "/api/scores/preview",
                    on.gateway.tokenFor("mockingbird", "read", "demo:1001", "interviewer"),
                    body)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void showsWhatEarnedAScoreAsTheShellDoes() {
    JsonNode outcome =
        preview(
            """
            {"question":"How does AOF work?","answer":"It appends each write command to the log file.",
             "keyPoints":[{"text":"AOF appends every write command to a log.","weight":2}]}""");

    assertThat(outcome.propertyNames())
        .containsExactlyInAnyOrder(
            "score", "interval", "status", "reason", "notes", "keyPoints", "scorer");
    assertThat(outcome.get("interval")).hasSize(2);
    JsonNode point = outcome.get("keyPoints").get(0);
    assertThat(point.get("weight").asInt()).isEqualTo(2);
    assertThat(point.get("verdict").asString()).isEqualTo("COVERED");
    assertThat(point.get("evidence").get(0).asString()).contains("write command");
    assertThat(point.get("spans").get(0).get("to").asInt()).isPositive();
  }

  @Test
  void saysWhereATrialIsWrong() {
    JsonNode problem =
        preview(
            """
            {"question":"q","answer":"a","keyPoints":[{"text":"k","weight":1},{"text":"l","weight":9}]}""");

    assertThat(problem.get("code").asString()).isEqualTo("INVALID_REQUEST");
    assertThat(problem.get("field").asString()).isEqualTo("keyPoints");
    assertThat(problem.get("pointer").asString()).isEqualTo("/keyPoints/1/weight");
    assertThat(problem.get("detail").asString()).isEqualTo("A key point weighs 1, 2 or 3.");
    assertThat(preview("{}").get("pointer").asString()).isEqualTo("/question");
    assertThat(
            preview("{\"question\":\"q\",\"answer\":\"%s\"}".formatted("a".repeat(200_001)))
                .get("pointer")
                .asString())
        .isEqualTo("/answer");
    assertThat(preview("{nonsense").get("code").asString()).isEqualTo("INVALID_REQUEST");
    assertThat(preview("[".repeat(5_000)).get("code").asString()).isEqualTo("INVALID_REQUEST");
  }

  @Test
  void letsStaffTryTheLanguageModelWhereTheyAskForIt() {
    String trial =
        """
        {"question":"How does AOF work?","references":["AOF appends every write command to a log."],
         "answer":"It appends each write command to the log file."%s}""";
    int before = model.requests().size();
    JsonNode offline = preview(trial.formatted(",\"languageModel\":false"));
    assertThat(offline.at("/scorer/name").asString()).isEqualTo("alignment");

    JsonNode outcome = preview(trial.formatted(",\"languageModel\":true"));

    assertThat(outcome.at("/scorer/name").asString()).isEqualTo("language-model");
    assertThat(outcome.get("score").asInt()).isZero();
    assertThat(outcome.get("reason").asString()).isEqualTo("NEEDS_REVIEW");
    assertThat(outcome.at("/interval/0").asInt()).isZero();
    assertThat(outcome.at("/interval/1")).isEqualTo(offline.at("/interval/1"));
    assertThat(model.requests().subList(before, model.requests().size()))
        .filteredOn(it -> it.body().contains("to the log file"))
        .hasSize(1);
  }

  private static JsonNode preview(String body) {
    return Running.JSON.readTree(
        on.service
            .post("/api/scores/preview", on.gateway.token("demo:1001", "interviewer"), body)
            .body());
  }

  @Test
  void tellsOperatorsHowItIsAndHowItDoes() throws Exception {
    await()
        .atMost(Running.PATIENCE)
        .until(() -> on.service.get("/actuator/health", "").statusCode() == 200);
    assertThat(on.service.get("/actuator/health/liveness", "").statusCode()).isEqualTo(200);
    assertThat(on.service.get("/actuator/health/readiness", "").statusCode()).isEqualTo(200);
    Interview interview = on.interview(1);
    interview.answer(1, 1, Interview.GOOD);
    on.send(interview.facts);
    on.settledReport(interview, Interview.WANG, 1);

    await()
        .atMost(Running.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(on.service.get("/actuator/prometheus", "").body())
                    .containsPattern(
                        "mockingbird_scoring_duration_seconds_count\\{[^}]*outcome=\"scored\"")
                    .containsPattern(
                        "kafka_consumer_fetch_manager_records_lag_max\\{[^}]*scoring-service.reports"));
  }

  @Test
  void showsStaffAloneWhatALanguageModelThinksBesideTheScore() throws Exception {
    await().atMost(Running.PATIENCE).until(on.service::asksTheModel);
    Interview interview = on.interview(1);
    interview.answer(1, 1, Interview.GOOD);
    interview.release(1);
    on.send(interview.facts);

    JsonNode question =
        question(interview, it -> it.at("/proposals/0").isObject() && it.hasNonNull("score"));

    assertThat(question.get("score").asInt()).isGreaterThan(70);
    assertThat(question.at("/scorer/name").asString()).isEqualTo("alignment");
    assertThat(question.at("/proposals/0/scorer/name").asString()).isEqualTo("language-model");
    assertThat(question.at("/proposals/0/score").asInt()).isZero();
    assertThat(question.at("/proposals/0/reason").asString()).isEqualTo("NEEDS_REVIEW");
    assertThat(on.report(interview, Interview.CHEN).body())
        .contains("\"proposals\":[]")
        .doesNotContain("language-model");
    assertThat(model.requests())
        .allSatisfy(
            it ->
                assertThat(it.head() + it.body())
                    .doesNotContain(Interview.CHEN.value(), interview.id));
  }

  @Test
  void asksTheLanguageModelAgainWhereItFailedAndNowhereElse() throws Exception {
    await().atMost(Running.PATIENCE).until(on.service::asksTheModel);
    Interview interview = on.interview(1);
    interview.answer(1, 1, Interview.GOOD);
    modelFails = true;
    try {
      on.send(interview.facts);
      JsonNode failed = question(interview, it -> it.at("/proposals/0/reason").isString());
      assertThat(failed.at("/proposals/0/reason").asString()).isEqualTo("MODEL_UNAVAILABLE");
      assertThat(askAgain(interview, Interview.CHEN.value())).isEqualTo("403 NOT_ALLOWED");
      assertThat(askAgain(interview, Interview.WANG.value()))
          .isEqualTo("503 LANGUAGE_MODEL_FAILED");
    } finally {
      modelFails = false;
    }

    assertThat(again(interview, Interview.WANG.value()).statusCode()).isEqualTo(202);

    JsonNode question = question(interview, it -> it.hasNonNull("score"));
    assertThat(question.at("/scorer/name").asString()).isEqualTo("alignment");
    assertThat(question.get("proposals")).hasSize(1);
    assertThat(question.at("/proposals/0/score").asInt()).isZero();
    assertThat(askAgain(interview, Interview.WANG.value())).isEqualTo("409 NO_FAILED_OPINION");
  }

  private static HttpResponse<String> again(Interview interview, String person) {
    return on.service.post(
        "/api/reports/%s/questions/1/score".formatted(interview.id),
        on.gateway.token(person, "interviewer"),
        "{\"scorer\":\"language-model\"}");
  }

  private static String askAgain(Interview interview, String person) {
    return Running.problem(again(interview, person));
  }

  private static JsonNode question(Interview interview, Predicate<JsonNode> wanted) {
    return await()
        .atMost(Running.PATIENCE)
        .until(
            () ->
                Running.JSON
                    .readTree(on.report(interview, Interview.WANG).body())
                    .at("/questions/0"),
            wanted);
  }

  @Test
  void tellsWhoeverIsToAnswerThatALanguageModelIsAsked() {
    assertThat(
            on.service
                .get("/api/scores/language-model", on.gateway.token("demo:1003", "member"))
                .body())
        .isEqualTo("{\"asked\":true}");
    assertThat(on.service.get("/api/scores/language-model", "").statusCode()).isEqualTo(401);
  }

  /// The description is made from the code; that it changed is seen here, and reviewed.
  @Test
  void describesItselfAsReviewed() throws Exception {
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    JsonNode now =
        ((ObjectNode) json.readTree(on.service.get("/api/docs/scoring", "").body()))
            .without("servers");
    Path written = Path.of("target/openapi.json");
    Files.writeString(written, json.writeValueAsString(now) + "\n");

    try (InputStream reviewed = ServiceEdgeIT.class.getResourceAsStream("openapi.json")) {
      assertThat(reviewed == null ? null : json.readTree(reviewed))
          .as("review the change and copy %s beside this test's resources", written)
          .isEqualTo(now);
    }
  }
}
