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
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two people in one room, on two instances of the service, over the wire; Kafka is down
/// throughout.
@LocalStack
class RoomStoryIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static RedisServer redis;
  private static TestGateway gateway;
  private static Instance first;
  private static Instance second;
  private static String ivan;
  private static String chen;
  private static String stranger;

  @BeforeAll
  static void start(RedisServer ownRedis, @TempDir Path folder) throws Exception {
    redis = ownRedis;
    Path key = folder.resolve("installation.key");
    Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
    gateway = new TestGateway();
    first = new Instance(redis.uri(), gateway.url(), key);
    second = new Instance(redis.uri(), gateway.url(), key);
    ivan = gateway.token("demo:1002", "ivan", "interviewer", "member");
    chen = gateway.token("demo:1003", "Chen", "member");
    stranger = gateway.token("demo:1004", "mei", "member");
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
    gateway.close();
  }

  @Test
  void twoPeopleOnTwoInstancesHoldAnInterview() {
    String id = bookWithCandidate();
    try (Page interviewer = Page.open(HTTP, first, id, ivan).hello("desk");
        Page candidate = Page.open(HTTP, second, id, chen).hello("home")) {
      assertThat(candidate.await("welcome").at("/room/questions")).isEmpty();
      candidate.say("{'type':'give-consent','n':1}").acknowledged(1);
      interviewer.await("consent-given");
      interviewer.say("{'type':'admit','n':1,'person':'demo:1003'}").acknowledged(1);
      interviewer.say("{'type':'ask','n':2,'planned':0}").acknowledged(2);
      assertThat(candidate.await("question-asked").at("/content/title").asString())
          .isEqualTo("问题 aof");

      candidate.say(edit(2, 0, "home", "[[0,'追加写']]")).acknowledged(2);
      interviewer.await("document-edited");
      interviewer.say(edit(3, 1, "desk", "[3,[0,'?']]")).acknowledged(3);
      interviewer.say("{'type':'write-note','n':4,'text':'knows AOF'}").acknowledged(4);
      candidate.say("{'type':'submit','n':3,'question':1,'document':'q1:text','version':1}");
      assertThat(interviewer.await("answer-submitted").get("text").asString()).isEqualTo("追加写");

      assertThat(candidate.everything()).doesNotContain("参考答案", "要点", "提示", "knows AOF");
      interviewer.say("{'type':'end-room','n':5}").acknowledged(5);
      assertThat(candidate.await("feedback-released").toString()).contains("参考答案 aof");
      candidate.await("room-ended");
      assertThat(candidate.say(edit(9, 2, "home", "[4,[0,'!']]")).refused(9).get("code").asString())
          .isEqualTo("ROOM_ENDED");
    }
    assertThat(detail(id, ivan).get("status").asString()).isEqualTo("ENDED");
  }

  @Test
  void twoTypistsOnTwoInstancesEndWithTheSameText() {
    String id = liveInterview();
    try (Page left = Page.open(HTTP, first, id, ivan).hello("left");
        Page right = Page.open(HTTP, second, id, chen).hello("right")) {
      left.await("welcome");
      right.await("welcome");
      for (int i = 0; i < 40; i++) {
        left.say(edit(i + 10, 0, "l" + i, "[[0,'左']]"));
        right.say(edit(i + 10, 0, "r" + i, "[[0,'右']]"));
      }
      left.acknowledged(49);
      right.acknowledged(49);
    }
    String leftText = text(id, first, ivan);
    assertThat(text(id, second, chen)).isEqualTo(leftText);
    assertThat(leftText).hasSize(80).matches("[左右]*");
    assertThat(leftText.chars().filter(c -> c == '左').count()).isEqualTo(40);
  }

  @Test
  void aRepeatAfterALostAcknowledgementTakesEffectOnceOnAnotherInstance() {
    String id = liveInterview();
    String edit = edit(10, 0, "home", "[[0,'once']]");
    JsonNode position;
    try (Page page = Page.open(HTTP, first, id, chen).hello("home")) {
      position = page.await("welcome").get("position");
      page.say(edit).acknowledged(10);
      page.cut();
    }
    try (Page page = Page.open(HTTP, second, id, chen).resume("home", position)) {
      page.await("resumed");
      assertThat(page.await("document-edited").get("version").asInt()).isZero();
      page.say(edit).acknowledged(10);
    }
    assertThat(text(id, first, chen)).isEqualTo("once");
  }

  @Test
  void theDigestIsTheSameOnEveryInstanceAndDiffersByViewer() {
    String id = liveInterview();
    String path = "/api/rooms/" + id + "/digest";
    JsonNode here = json(request("GET", path, chen, null));
    long position = here.get("sequence").asLong();

    JsonNode there = json(request(second, "GET", path + "?position=" + position, chen, null));
    assertThat(there).isEqualTo(here);
    assertThat(json(request("GET", path, ivan, null)).get("sha256"))
        .isNotEqualTo(here.get("sha256"));
    assertThat(request("GET", path + "?position=999", chen, null).statusCode()).isEqualTo(404);
    assertThat(request("GET", path, stranger, null).statusCode()).isEqualTo(404);
  }

  @Test
  void typingGoesOnAfterRedisWasKilled() throws IOException {
    String id = liveInterview();
    try (Page page = Page.open(HTTP, first, id, chen).hello("before")) {
      page.await("welcome");
      page.say(edit(10, 0, "home", "[[0,'kept']]")).acknowledged(10);
    }
    redis.kill();
    redis.start();
    try (Page page = Page.open(HTTP, second, id, chen).hello("after")) {
      assertThat(page.await("welcome").at("/room/questions/0/document/text").asString())
          .isEqualTo("kept");
      page.say(edit(10, 1, "after", "[4,[0,' on']]")).acknowledged(10);
    }
    assertThat(text(id, first, ivan)).isEqualTo("kept on");
  }

  @Test
  void toAStrangerTheInterviewDoesNotExist() {
    String id = bookWithCandidate();
    assertThat(request("GET", "/api/interviews/" + id, stranger, null).statusCode()).isEqualTo(404);
    assertThat(request("GET", "/api/interviews/none", stranger, null).statusCode()).isEqualTo(404);
    try (Page page = Page.open(HTTP, first, id, stranger).hello("curious")) {
      assertThat(page.awaitClose()).isEqualTo(4404);
      assertThat(page.everything()).isEqualTo("[]");
    }
    try (Page page = Page.open(HTTP, first, "no-such-room", stranger).hello("curious")) {
      assertThat(page.awaitClose()).isEqualTo(4404);
    }
  }

  @Test
  void signingOutClosesTheSocketAndSoDoesLosingTheInvitation() {
    String id = liveInterview();
    try (Page page = Page.open(HTTP, second, id, ivan).hello("desk")) {
      page.await("welcome");
      publish("mockingbird:sign-outs", "{\"sid\":\"session-of-ivan\"}");
      assertThat(page.awaitClose()).isEqualTo(4401);
    }
    try (Page page = Page.open(HTTP, second, id, chen).hello("home")) {
      page.await("welcome");
      String invitation = detail(id, ivan).at("/invitations/0/id").asString();
      assertThat(
              request("DELETE", "/api/interviews/" + id + "/invitations/" + invitation, ivan, null)
                  .statusCode())
          .isEqualTo(204);
      assertThat(page.awaitClose()).isEqualTo(4403);
    }
  }

  @Test
  void anInvitationIsForOnePersonAndTheSameRequestMakesOneInterview() {
    String body = "{'title':'Twice','language':'zh','plannedMinutes':30,'questions':['aof']}";
    String key = UUID.randomUUID().toString();
    String once = json(request("POST", "/api/interviews", ivan, body, key)).get("id").asString();
    String twice = json(request("POST", "/api/interviews", ivan, body, key)).get("id").asString();
    assertThat(twice).isEqualTo(once);
    assertThat(detail(once, ivan).get("planned")).hasSize(1);

    String token = invite(once, "{'capability':'ANSWER','login':'CHEN'}");
    HttpResponse<String> refused =
        request("POST", "/api/invitations/" + token + "/acceptance", stranger, "");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).get("code").asString()).isEqualTo("INVITATION_FOR_SOMEONE_ELSE");
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(request("POST", "/api/invitations/" + token + "/acceptance", chen, "").statusCode())
        .isEqualTo(200);
    assertThat(request("GET", "/api/invitations/" + token + "x", chen, null).statusCode())
        .isEqualTo(404);
  }

  @Test
  void refusesABookingThatSaysTooLittleAndAFrameThatIsNoMessage() {
    HttpResponse<String> noTitle = request("POST", "/api/interviews", ivan, "{'language':'zh'}");
    assertThat(noTitle.statusCode()).isEqualTo(400);
    assertThat(json(noTitle).get("field").asString()).isEqualTo("title");
    assertThat(request("POST", "/api/interviews", chen, "{'title':'x'}").statusCode())
        .isEqualTo(403);
    assertThat(request("POST", "/api/interviews", ivan, "{").statusCode()).isEqualTo(400);
    try (Page page = Page.open(HTTP, first, bookWithCandidate(), ivan).hello("desk")) {
      page.await("welcome");
      page.say("{'type':'dance'}");
      assertThat(page.awaitClose()).isEqualTo(4400);
    }
  }

  @Test
  void describesItsHttpInterface() {
    JsonNode api = json(request("GET", "/api/docs/interview", stranger, null));

    assertThat(api.get("paths").propertyNames())
        .containsExactlyInAnyOrder(
            "/api/interviews",
            "/api/interviews/{id}",
            "/api/interviews/{id}/questions",
            "/api/interviews/{id}/invitations",
            "/api/interviews/{id}/invitations/{invitation}",
            "/api/invitations/{token}",
            "/api/invitations/{token}/acceptance",
            "/api/rooms/{id}/digest");
    assertThat(api.at("/paths/~1api~1interviews/post/parameters").toString())
        .contains("Idempotency-Key")
        .doesNotContain("correlationId");
  }

  private static String bookWithCandidate() {
    String body = "{'title':'后端','language':'zh','plannedMinutes':30,'questions':['aof','tcp']}";
    String id = json(request("POST", "/api/interviews", ivan, body)).get("id").asString();
    String token = invite(id, "{'capability':'ANSWER'}");
    assertThat(request("POST", "/api/invitations/" + token + "/acceptance", chen, "").statusCode())
        .isEqualTo(200);
    return id;
  }

  private static String liveInterview() {
    String id = bookWithCandidate();
    try (Page candidate = Page.open(HTTP, second, id, chen).hello("start");
        Page interviewer = Page.open(HTTP, first, id, ivan).hello("start")) {
      candidate.await("welcome");
      candidate.say("{'type':'give-consent','n':1}").acknowledged(1);
      interviewer.say("{'type':'admit','n':1,'person':'demo:1003'}").acknowledged(1);
      interviewer.say("{'type':'ask','n':2,'planned':0}").acknowledged(2);
    }
    return id;
  }

  private static String invite(String id, String body) {
    String link =
        json(request("POST", "/api/interviews/" + id + "/invitations", ivan, body))
            .get("link")
            .asString();
    assertThat(link).startsWith("http://mockingbird.test/join/");
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private static String text(String id, Instance instance, String token) {
    try (Page page = Page.open(HTTP, instance, id, token).hello("reader")) {
      return page.await("welcome").at("/room/questions/0/document/text").asString();
    }
  }

  private static String edit(long n, int version, String client, String changes) {
    return "{'type':'edit','n':%d,'document':'q1:text','version':%d,'updates':[{'client':'%s','changes':%s}]}"
        .formatted(n, version, client, changes);
  }

  private static JsonNode detail(String id, String token) {
    return json(request("GET", "/api/interviews/" + id, token, null));
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Page.JSON.readTree(response.body());
  }

  private static HttpResponse<String> request(
      String method, String path, String token, String body) {
    return request(method, path, token, body, UUID.randomUUID().toString());
  }

  private static HttpResponse<String> request(
      Instance instance, String method, String path, String token, String body) {
    return request(instance, method, path, token, body, UUID.randomUUID().toString());
  }

  private static HttpResponse<String> request(
      String method, String path, String token, String body, String key) {
    return request(first, method, path, token, body, key);
  }

  private static HttpResponse<String> request(
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

  private static void publish(String channel, String message) {
    try (var client = io.lettuce.core.RedisClient.create(redis.uri());
        var connection = client.connect()) {
      connection.sync().publish(channel, message);
    }
  }
}
