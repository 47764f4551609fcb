package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.benchmarks.stage.BookedRoom.Member;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Books interviews and lets candidates accept, over HTTP as anybody would.
final class Booking {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String url;

  Booking(int port) {
    this.url = "http://127.0.0.1:" + port;
  }

  BookedRoom book(Member interviewer, Member candidate) {
    String id =
        post(
                interviewer,
                "/api/interviews",
                "{\"title\":\"Benchmark\",\"language\":\"en\",\"plannedMinutes\":60,\"questions\":[\"aof\"]}")
            .get("id")
            .asString();
    String link =
        post(interviewer, "/api/interviews/" + id + "/invitations", "{\"capability\":\"ANSWER\"}")
            .get("link")
            .asString();
    String token = link.substring(link.lastIndexOf('/') + 1);
    post(candidate, "/api/invitations/" + token + "/acceptance", "");
    return new BookedRoom(id, interviewer, candidate);
  }

  private JsonNode post(Member member, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + member.token())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            path + " was answered " + response.statusCode() + " " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(path + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
