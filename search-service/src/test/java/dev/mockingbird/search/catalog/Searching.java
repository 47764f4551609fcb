package dev.mockingbird.search.catalog;

import static org.awaitility.Awaitility.await;

import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Searches the bank of the shared service.
final class Searching {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final RunningService SERVICE = RunningService.shared();

  private Searching() {}

  static void awaitTheStarterBank() {
    await()
        .atMost(PATIENCE)
        .until(() -> search(RunningService.MEMBER, "", "&topic=Python").total() == 4);
  }

  static Answer search(String person, String words, String parameters) {
    return SERVICE.get(
        person,
        "/api/questions?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + parameters);
  }

  static List<String> titles(Answer answer) {
    return StreamSupport.stream(answer.body().get("items").spliterator(), false)
        .map(item -> item.get("title").asString())
        .toList();
  }

  static List<String> counts(JsonNode body, String facet) {
    return StreamSupport.stream(body.at("/facets/" + facet).spliterator(), false)
        .map(it -> it.get("value").asString() + "=" + it.get("count").asInt())
        .toList();
  }
}
