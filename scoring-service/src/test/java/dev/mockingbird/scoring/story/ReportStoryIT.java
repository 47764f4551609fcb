package dev.mockingbird.scoring.story;

import static dev.mockingbird.scoring.story.Interview.CHEN;
import static dev.mockingbird.scoring.story.Interview.WANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.InterviewEvent.InterviewErased;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.events.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReportStoryIT extends OnARunningService {

  @Test
  void rebuildsTheSameReportFromTheLog() throws Exception {
    Interview interview = on.interview(2);
    interview.answer(1, 1, Interview.GOOD);
    interview.answer(2, 1, "nothing of it", StaffMaterial.NONE);
    interview.release(1, 2);
    interview.end("", "");
    on.send(interview.facts);
    JsonNode before = on.settledReport(interview, CHEN, 1);
    assertThat(before.get("questions").get(1).get("reason").asString()).isEqualTo("NO_REFERENCE");

    on.restart(ReportStoryIT::throwAway);
    assertThat(on.settledReport(interview, CHEN, 1)).isEqualTo(before);

    throwAway();
    assertThat(on.problem(interview, CHEN)).isEqualTo("503 STORE_UNAVAILABLE");
    assertThat(on.settledReport(interview, CHEN, 1)).isEqualTo(before);
  }

  private static void throwAway() {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(on.stores.elasticsearchUri() + "/mockingbird-reports-3"))
                  .DELETE()
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void showsNothingToSomebodyWhoWasInvitedAndNeverLetIn() throws Exception {
    PersonId invited = new PersonId("demo:1005");
    Interview interview = on.interview(1);
    interview.add(
        new RoomEvent.CapabilityGranted(invited, Capability.ANSWER),
        new RoomEvent.ConsentGiven(invited, 1));
    interview.answer(1, 1, Interview.GOOD);
    interview.release(1);
    interview.end("");
    on.send(interview.facts);

    JsonNode report = on.settledReport(interview, CHEN, 1);

    assertThat(on.problem(interview, invited)).isEqualTo("404 NO_SUCH_REPORT");
    assertThat(report.get("members").toString()).doesNotContain(invited.value());
  }

  @Test
  void showsACandidateOnlyWhatIsReleasedAndAStrangerNothing() throws Exception {
    Interview interview = on.interview(2);
    interview.answer(1, 1, Interview.GOOD);
    interview.answer(2, 1, Interview.GOOD);
    on.send(interview.facts);
    on.settledReport(interview, WANG, 2);

    assertThat(on.problem(interview, CHEN)).isEqualTo("403 NOT_RELEASED");
    assertThat(on.problem(interview, new PersonId("demo:9999"))).isEqualTo("404 NO_SUCH_REPORT");
    assertThat(
            on.service
                .get("/api/reports/" + "x".repeat(600), on.gateway.token(WANG.value(), "member"))
                .statusCode())
        .isEqualTo(404);
    assertThat(on.service.get("/api/reports/" + interview.id, "").statusCode()).isEqualTo(401);
    assertThat(
            on.service
                .get(
                    "/api/reports/" + interview.id,
                    on.gateway.tokenFor("somebody-else", "read write", WANG.value()))
                .statusCode())
        .isEqualTo(401);

    interview.release(1);
    on.send(interview.facts);
    await().atMost(Running.PATIENCE).until(() -> on.report(interview, CHEN).statusCode() == 200);
    JsonNode questions = Running.JSON.readTree(on.report(interview, CHEN).body()).get("questions");
    assertThat(questions.get(0).get("score").asInt()).isGreaterThan(70);
    assertThat(questions.get(1).get("reason").asString()).isEqualTo("NOT_RELEASED");
    assertThat(questions.get(1).get("score").isNull()).isTrue();
    assertThat(questions.get(1).get("reference").isNull()).isTrue();
    assertThat(questions.get(1).get("keyPoints").isEmpty()).isTrue();
  }

  @Test
  void writesDownWhoSawAReport() throws Exception {
    Interview interview = on.interview(1);
    interview.end("");
    on.send(interview.facts);
    await().atMost(Running.PATIENCE).until(() -> on.report(interview, CHEN).statusCode() == 200);

    await()
        .atMost(Running.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(on.records(Topics.ACCESS))
                    .filteredOn(it -> interview.id.equals(it.key()))
                    .extracting(it -> Running.JSON.readTree(it.value()))
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
    Interview interview = on.interview(1);
    interview.answer(1, 1, Interview.GOOD);
    on.send(interview.facts);
    on.settledReport(interview, WANG, 1);

    on.service.keys().erase(interview.id);
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
    on.send(Topics.INTERVIEW, erased);
    await().atMost(Running.PATIENCE).until(() -> on.report(interview, WANG).statusCode() == 404);

    on.awaitReported(on.send(Topics.ROOM, interview.facts.get(1)));
    assertThat(on.report(interview, WANG).statusCode()).isEqualTo(404);
  }
}
