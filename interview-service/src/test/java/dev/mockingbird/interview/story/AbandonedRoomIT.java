package dev.mockingbird.interview.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Nothing stays open for ever: a room everybody left is ended by the system, and one that somebody
/// is in goes on.
@LocalStack
class AbandonedRoomIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void theSystemEndsARoomThatWasLeftEmptyAndNotOneThatIsInUse(
      RedisServer redis, @TempDir Path folder) throws Exception {
    try (TestGateway gateway = new TestGateway();
        Instance instance =
            instance(redis, gateway, folder, "mockingbird.room.ended-when-empty-for=3s")) {
      String ivan = gateway.token("demo:1002", "ivan", "interviewer");
      String left = liveRoom(instance, ivan);
      String used = liveRoom(instance, ivan);
      try (Page present = Page.open(HTTP, instance, used, ivan).hello("stays")) {
        present.await("welcome");

        try (Page witness = untilEnded(instance, left, ivan)) {
          assertThat(witness.last("welcome").orElseThrow().at("/room/status").asString())
              .isEqualTo("ENDED");
        }
        present.say("{'type':'post-chat','n':9,'text':'still here'}").acknowledged(9);
      }
    }
  }

  @Test
  void theSystemEndsARoomFarOverItsPlanAlsoWhileSomebodyIsThere(
      RedisServer redis, @TempDir Path folder) throws Exception {
    try (TestGateway gateway = new TestGateway();
        Instance instance =
            instance(redis, gateway, folder, "mockingbird.room.ended-when-over-plan-by=-2698s")) {
      String ivan = gateway.token("demo:1002", "ivan", "interviewer");
      String room = liveRoom(instance, ivan);
      try (Page present = Page.open(HTTP, instance, room, ivan).hello("stays")) {
        assertThat(present.await("room-ended").get("reason").asString()).isEqualTo("OVERTIME");
      }
    }
  }

  @Test
  void theSystemEndsAnInterviewThatNobodyEverBegan(RedisServer redis, @TempDir Path folder)
      throws Exception {
    try (TestGateway gateway = new TestGateway();
        Instance instance =
            instance(redis, gateway, folder, "mockingbird.room.ended-when-unused-for=1s")) {
      String ivan = gateway.token("demo:1002", "ivan", "interviewer");
      try (Page witness = untilEnded(instance, book(instance, ivan), ivan)) {
        assertThat(witness.last("welcome").orElseThrow().at("/room/startedAt").isMissingNode())
            .isTrue();
      }
    }
  }

  private static Instance instance(
      RedisServer redis, TestGateway gateway, Path folder, String limit) throws IOException {
    Path key = folder.resolve("installation.key");
    Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
    return Instance.withoutKafka(
        redis.uri(),
        gateway.url(),
        key,
        limit,
        "mockingbird.room.refreshed-every=500ms",
        "mockingbird.room.swept-every=500ms");
  }

  /// Looks at the interview's summary only, because coming in would occupy the room.
  private static Page untilEnded(Instance instance, String room, String token) {
    org.awaitility.Awaitility.await()
        .until(
            () ->
                get(instance, "/api/interviews/" + room, token)
                    .get("status")
                    .asString()
                    .equals("ENDED"));
    Page page = Page.open(HTTP, instance, room, token).hello("later");
    page.await("welcome");
    return page;
  }

  /// Solo practice: one person interviews and answers.
  private static String liveRoom(Instance instance, String token) throws Exception {
    String id = book(instance, token);
    String link =
        send(
                instance,
                "/api/interviews/" + id + "/invitations",
                token,
                "{\"capability\":\"ANSWER\"}")
            .get("link")
            .asString();
    send(
        instance,
        "/api/invitations/" + link.substring(link.lastIndexOf('/') + 1) + "/acceptance",
        token,
        "");
    try (Page page = Page.open(HTTP, instance, id, token).hello("solo")) {
      page.await("welcome");
      page.say("{'type':'give-consent','n':1}").acknowledged(1);
      page.say("{'type':'admit','n':2,'person':'demo:1002'}").acknowledged(2);
    }
    return id;
  }

  private static String book(Instance instance, String token) throws Exception {
    return send(
            instance,
            "/api/interviews",
            token,
            "{\"title\":\"Solo\",\"language\":\"en\",\"questions\":[\"aof\"]}")
        .get("id")
        .asString();
  }

  private static JsonNode get(Instance instance, String path, String token) throws Exception {
    return answer(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + path))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  private static JsonNode send(Instance instance, String path, String token, String body)
      throws Exception {
    return answer(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static JsonNode answer(HttpRequest request) throws Exception {
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return Page.JSON.readTree(response.body());
  }
}
