package dev.mockingbird.search;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.search.finished.FinishedRecords;
import dev.mockingbird.stack.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Views can be thrown away: they come back from the log, with equal results.
@LocalStack
class RebuiltViewsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningService service = RunningService.shared();
  private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);
  private List<JsonNode> before = List.of();

  @BeforeEach
  void fill() {
    new FinishedRecords(service).end(UUID.randomUUID().toString(), "重建 " + word, "说说缓存雪崩");
    await().atMost(PATIENCE).until(() -> finished().total() == 1 && questions("").total() >= 100);
    before = results();
  }

  @Test
  void comesBackAfterTheIndicesWereThrownAwayWhileTheServiceWasStopped() {
    service.restart(this::throwAway);

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(results()).isEqualTo(before));
  }

  @Test
  void comesBackAfterTheIndicesWereThrownAwayUnderTwoRunningInstances() {
    try (var _ = service.start()) {
      throwAway();
      assertThat(questions("").code()).isIn("SEARCH_UNAVAILABLE", "");

      await().atMost(PATIENCE).untilAsserted(() -> assertThat(results()).isEqualTo(before));
    }
  }

  private List<JsonNode> results() {
    return List.of(
        body(questions("")), body(questions("&topic=Linux&language=zh")), body(finished()));
  }

  private static JsonNode body(Answer answer) {
    JsonNode body = answer.body().deepCopy();
    return body instanceof ObjectNode object ? object.without("tookMs") : body;
  }

  private Answer questions(String parameters) {
    return service.get(INTERVIEWER, "/api/questions?size=100" + parameters);
  }

  private Answer finished() {
    return service.get(
        MEMBER, "/api/finished-interviews?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8));
  }

  private void throwAway() {
    String indices =
        elasticsearch("GET", "/_cat/indices/mockingbird-*?h=index").strip().replace('\n', ',');
    elasticsearch("DELETE", "/" + indices);
  }

  private String elasticsearch(String method, String path) {
    URI address = URI.create(service.stores().elasticsearchUri() + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(address)
                  .method(method, HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
