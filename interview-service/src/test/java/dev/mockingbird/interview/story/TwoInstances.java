package dev.mockingbird.interview.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.RedisServer;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Two instances of the service on one Redis, and three people: an interviewer, a candidate and a
/// stranger.
final class TwoInstances implements AutoCloseable {

  static final HttpClient HTTP = HttpClient.newHttpClient();

  final RedisServer redis;
  final Path key;
  final TestGateway gateway;
  final Instance first;
  final Instance second;
  final String ivan;
  final String chen;
  final String stranger;

  TwoInstances(RedisServer redis, Path folder) throws Exception {
    this(redis, Instance.NO_KAFKA, folder);
  }

  /// @param more properties of this test's own
  TwoInstances(RedisServer redis, String kafka, Path folder, String... more) throws Exception {
    this.redis = redis;
    key = folder.resolve("installation.key");
    Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
    gateway = new TestGateway();
    first = Instance.on(redis.uri(), kafka, gateway.url(), key, more);
    second = Instance.on(redis.uri(), kafka, gateway.url(), key, more);
    ivan = gateway.token("demo:1002", "ivan", "interviewer", "member");
    chen = gateway.token("demo:1003", "Chen", "member");
    stranger = gateway.token("demo:1004", "mei", "member");
  }

  @Override
  public void close() {
    first.close();
    second.close();
    gateway.close();
  }

  Page open(Instance instance, String room, String token) {
    return Page.open(HTTP, instance, room, token);
  }

  String bookWithCandidate() {
    String body = "{'title':'后端','language':'zh','plannedMinutes':30,'questions':['aof','tcp']}";
    String id = json(request("POST", "/api/interviews", ivan, body)).get("id").asString();
    String token = invite(id, "{'capability':'ANSWER'}");
    assertThat(request("POST", "/api/invitations/" + token + "/acceptance", chen, "").statusCode())
        .isEqualTo(200);
    return id;
  }

  String liveInterview() {
    String id = bookWithCandidate();
    try (Page candidate = open(second, id, chen).hello("start");
        Page interviewer = open(first, id, ivan).hello("start")) {
      candidate.await("welcome");
      candidate.say("{'type':'give-consent','n':1}").acknowledged(1);
      interviewer.say("{'type':'admit','n':1,'person':'demo:1003'}").acknowledged(1);
      interviewer.say("{'type':'ask','n':2,'planned':0}").acknowledged(2);
    }
    return id;
  }

  String invite(String id, String body) {
    String link =
        json(request("POST", "/api/interviews/" + id + "/invitations", ivan, body))
            .get("link")
            .asString();
    assertThat(link).startsWith("http://mockingbird.test/join/");
    return link.substring(link.lastIndexOf('/') + 1);
  }

  String text(String id, Instance instance, String token) {
    try (Page page = open(instance, id, token).hello("reader")) {
      return page.await("welcome").at("/room/questions/0/documents/0/text").asString();
    }
  }

  static String edit(long n, int version, String client, String changes) {
    return "{'type':'edit','n':%d,'document':'q1:text','version':%d,'updates':[{'client':'%s','changes':%s}]}"
        .formatted(n, version, client, changes);
  }

  JsonNode detail(String id, String token) {
    return json(request("GET", "/api/interviews/" + id, token, null));
  }

  static JsonNode json(HttpResponse<String> response) {
    return Page.JSON.readTree(response.body());
  }

  HttpResponse<String> request(String method, String path, String token, String body) {
    return request(method, path, token, body, UUID.randomUUID().toString());
  }

  HttpResponse<String> request(
      Instance instance, String method, String path, String token, String body) {
    return request(instance, method, path, token, body, UUID.randomUUID().toString());
  }

  HttpResponse<String> request(String method, String path, String token, String body, String key) {
    return request(first, method, path, token, body, key);
  }

  HttpResponse<String> request(
      Instance instance, String method, String path, String token, String body, String key) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + path))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", key)
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Facts about the aggregate that wait for Kafka, which is down.
  List<JsonNode> waitingFacts(String type, String aggregate) {
    try (var client = RedisClient.create(redis.uri());
        var connection = client.connect()) {
      return Stream.of("{s0}:outbox", "{s1}:outbox")
          .flatMap(outbox -> connection.sync().xrange(outbox, Range.unbounded()).stream())
          .map(entry -> Page.JSON.readTree(entry.getBody().get("d")))
          .filter(fact -> fact.get("type").asString().equals(type))
          .filter(fact -> fact.get("aggregate").asString().equals(aggregate))
          .toList();
    }
  }

  /// Tells both instances what counts for the first answer to the first question.
  ///
  /// @param known how much is known of it
  /// @param what status, score and the like, with single quotes for double ones
  void grade(String room, int known, String what) {
    for (String shard : List.of("{s0}", "{s1}")) {
      publish(
          shard + ":room:" + room + ":live",
          "{'signal':'answer-graded','question':1,'attempt':1,'known':%d,%s}"
              .formatted(known, what)
              .replace('\'', '"'));
    }
  }

  void publish(String channel, String message) {
    try (var client = RedisClient.create(redis.uri());
        var connection = client.connect()) {
      connection.sync().publish(channel, message);
    }
  }
}
