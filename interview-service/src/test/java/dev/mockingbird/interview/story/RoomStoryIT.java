package dev.mockingbird.interview.story;

import static dev.mockingbird.interview.story.TwoInstances.edit;
import static dev.mockingbird.interview.story.TwoInstances.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two people in one room, on two instances of the service, over the wire; Kafka is down
/// throughout.
@LocalStack
class RoomStoryIT {

  private static TwoInstances on;

  @BeforeAll
  static void start(RedisServer redis, @TempDir Path folder) throws Exception {
    on = new TwoInstances(redis, folder);
  }

  @AfterAll
  static void stop() {
    on.close();
  }

  @Test
  void twoPeopleOnTwoInstancesHoldAnInterview() {
    String id = on.bookWithCandidate();
    try (Page interviewer = on.open(on.first, id, on.ivan).hello("desk");
        Page candidate = on.open(on.second, id, on.chen).hello("home")) {
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

      on.grade(id, 3, "'status':'NOT_SCORED','reason':'OTHER_LANGUAGE'");
      assertThat(interviewer.await("scored").get("reason").asString()).isEqualTo("OTHER_LANGUAGE");
      on.grade(id, 2, "'status':'SCORED','score':70,'low':60,'high':80");
      on.grade(id, 4, "'status':'SCORED','score':90,'low':80,'high':95");
      interviewer.await(it -> it.path("score").asInt() == 90, "what was accepted");
      assertThat(interviewer.all("scored").map(it -> it.path("score").asInt()))
          .as("what less was known for came too late")
          .containsExactly(0, 90);
      assertThat(candidate.everything())
          .doesNotContain("参考答案", "要点", "提示", "评分标准", "备用追问", "knows AOF", "scored");
      interviewer.say("{'type':'end-room','n':5}").acknowledged(5);
      assertThat(candidate.await("feedback-released").toString()).contains("参考答案 aof");
      assertThat(candidate.await("scored").get("score").asInt()).isEqualTo(90);
      candidate.await("room-ended");
      assertThat(candidate.say(edit(9, 2, "home", "[4,[0,'!']]")).refused(9).get("code").asString())
          .isEqualTo("ROOM_ENDED");
    }
    assertThat(on.detail(id, on.ivan).get("status").asString()).isEqualTo("ENDED");
    assertThat(on.waitingFacts("access.content-viewed.v1", id))
        .as("the interviewer booked, came in, and looked at the plan, all within ten minutes")
        .allSatisfy(it -> assertThat(it.get("actor").asString()).isEqualTo("demo:1002"))
        .hasSize(1);
  }

  @Test
  void keepsTheVersionOfAQuestionThatItWasPlannedWith() {
    String id = on.liveInterview();
    String plan = "/api/interviews/" + id + "/questions";
    on.request("POST", plan, on.ivan, "{'questionId':'edited'}");
    on.gateway.edit("edited");
    try (Page interviewer = on.open(on.first, id, on.ivan).hello("desk");
        Page candidate = on.open(on.second, id, on.chen).hello("home")) {
      interviewer.await("welcome");
      candidate.await("welcome");
      interviewer.say("{'type':'ask','n':1,'planned':2}").acknowledged(1);
      JsonNode asked = candidate.await("question-asked").get("content");
      assertThat(asked.get("title").asString()).isEqualTo("问题 edited");
      assertThat(asked.get("version").asInt()).isEqualTo(1);

      on.request("POST", plan, on.ivan, "{'questionId':'edited'}");
      assertThat(interviewer.await("question-planned").at("/planned/content/version").asInt())
          .isEqualTo(2);
    }
  }

  @Test
  void anEditIsNeverTakenForAnotherOneOfTheSamePage() {
    String id = on.liveInterview();
    try (Page left = on.open(on.first, id, on.ivan).hello("left")) {
      left.await("welcome");
      left.say(edit(10, 0, "left", "[[0,'A']]")).acknowledged(10);
      left.say(edit(10, 0, "left", "[[0,'A']]")).acknowledged(10);

      left.say(edit(11, 0, "left", "[[0,'B']]"));

      assertThat(left.refused(11).get("code").asString()).isEqualTo("BAD_EDIT");
    }
    assertThat(on.text(id, on.second, on.chen)).isEqualTo("A");
  }

  @Test
  void twoTypistsOnTwoInstancesEndWithTheSameText() {
    String id = on.liveInterview();
    try (Page left = on.open(on.first, id, on.ivan).hello("left");
        Page right = on.open(on.second, id, on.chen).hello("right")) {
      left.await("welcome");
      right.await("welcome");
      for (int i = 0; i < 40; i++) {
        left.say(edit(i + 10, 0, "l" + i, "[[0,'左']]"));
        right.say(edit(i + 10, 0, "r" + i, "[[0,'右']]"));
      }
      left.acknowledged(49);
      right.acknowledged(49);
    }
    String leftText = on.text(id, on.first, on.ivan);
    assertThat(on.text(id, on.second, on.chen)).isEqualTo(leftText);
    assertThat(leftText).hasSize(80).matches("[左右]*");
    assertThat(leftText.chars().filter(c -> c == '左').count()).isEqualTo(40);
  }

  @Test
  void aRepeatAfterALostAcknowledgementTakesEffectOnceOnAnotherInstance() {
    String id = on.liveInterview();
    String edit = edit(10, 0, "home", "[[0,'once']]");
    JsonNode position;
    try (Page page = on.open(on.first, id, on.chen).hello("home")) {
      position = page.await("welcome").get("position");
      page.say(edit).acknowledged(10);
      page.cut();
    }
    try (Page page = on.open(on.second, id, on.chen).resume("home", position)) {
      page.await("resumed");
      assertThat(page.await("document-edited").get("version").asInt()).isZero();
      page.say(edit).acknowledged(10);
    }
    assertThat(on.text(id, on.first, on.chen)).isEqualTo("once");
  }

  @Test
  void theDigestIsTheSameOnEveryInstanceAndDiffersByViewer() {
    String id = on.liveInterview();
    String path = "/api/rooms/" + id + "/digest";
    JsonNode here = json(on.request("GET", path, on.chen, null));
    long position = here.get("sequence").asLong();

    JsonNode there =
        json(on.request(on.second, "GET", path + "?position=" + position, on.chen, null));
    assertThat(there).isEqualTo(here);
    assertThat(json(on.request("GET", path, on.ivan, null)).get("sha256"))
        .isNotEqualTo(here.get("sha256"));
    assertThat(on.request("GET", path + "?position=999", on.chen, null).statusCode())
        .isEqualTo(404);
    assertThat(on.request("GET", path, on.stranger, null).statusCode()).isEqualTo(404);
  }

  @Test
  void typingGoesOnAfterRedisWasKilled() throws IOException {
    String id = on.liveInterview();
    try (Page page = on.open(on.first, id, on.chen).hello("before")) {
      page.await("welcome");
      page.say(edit(10, 0, "home", "[[0,'kept']]")).acknowledged(10);
    }
    on.redis.kill();
    HttpResponse<String> meanwhile = on.request("GET", "/api/interviews", on.chen, null);
    assertThat(meanwhile.statusCode()).isEqualTo(503);
    assertThat(json(meanwhile).get("code").asString()).isEqualTo("STORE_UNAVAILABLE");
    on.redis.start();
    try (Page page = on.open(on.second, id, on.chen).hello("after")) {
      assertThat(page.await("welcome").at("/room/questions/0/documents/0/text").asString())
          .isEqualTo("kept");
      page.say(edit(10, 1, "after", "[4,[0,' on']]")).acknowledged(10);
    }
    assertThat(on.text(id, on.first, on.ivan)).isEqualTo("kept on");
  }

  @Test
  void focusTimeKeepsTheInterviewerQuietOnBothInstances() {
    String id = on.liveInterview();
    String point = "{'type':'point','document':'q1:text','anchor':0,'head':0}";
    try (Page desk = on.open(on.first, id, on.ivan).hello("desk");
        Page home = on.open(on.second, id, on.chen).hello("home")) {
      desk.await("welcome");
      home.await("welcome");
      desk.say("{'type':'start-focus','n':10,'minutes':5}").acknowledged(10);
      home.await("focus-started");
      desk.say(point);
      JsonNode refused = desk.say("{'type':'post-chat','n':11,'text':'well?'}").refused(11);
      assertThat(refused.get("code").asString()).isEqualTo("FOCUS_TIME");
      refused = desk.say(edit(12, 0, "desk", "[[0,'?']]")).refused(12);
      assertThat(refused.get("code").asString()).isEqualTo("FOCUS_TIME");
      home.say("{'type':'choose-language','n':10,'question':1,'language':'python'}");
      home.say(edit(11, 0, "home", "[[0,'思考']]").replace("q1:text", "q1:python"));
      home.say("{'type':'end-focus','n':12}").acknowledged(12);
      desk.await("focus-ended");
      desk.say("{'type':'post-chat','n':13,'text':'done?'}").acknowledged(13);
      home.await("chat-posted");
      assertThat(home.last("pointed")).as("the cursor during focus time").isEmpty();
      desk.say(point);
      assertThat(home.await("pointed").get("person").asString()).isEqualTo("demo:1002");
    }
    assertThat(on.text(id, on.first, on.ivan)).as("what the chosen language shows").isEqualTo("思考");
  }

  @Test
  void toAStrangerTheInterviewDoesNotExist() {
    String id = on.bookWithCandidate();
    assertThat(on.request("GET", "/api/interviews/" + id, on.stranger, null).statusCode())
        .isEqualTo(404);
    assertThat(on.request("GET", "/api/interviews/none", on.stranger, null).statusCode())
        .isEqualTo(404);
    try (Page page = on.open(on.first, id, on.stranger).hello("curious")) {
      assertThat(page.awaitClose()).isEqualTo(4404);
      assertThat(page.everything()).isEqualTo("[]");
    }
    try (Page page = on.open(on.first, "no-such-room", on.stranger).hello("curious")) {
      assertThat(page.awaitClose()).isEqualTo(4404);
    }
  }

  /// What one instance appends in a scope that the other does not guard is no reason to stumble.
  @Test
  void chatHintsAndTypingCrossEachOtherOnTwoInstances() {
    String id = on.liveInterview();
    try (Page desk = on.open(on.first, id, on.ivan).hello("desk");
        Page home = on.open(on.second, id, on.chen).hello("home")) {
      desk.await("welcome");
      home.await("welcome");
      for (int i = 0; i < 25; i++) {
        home.say(edit(i + 10, i, "home", i == 0 ? "[[0,'字']]" : "[" + i + ",[0,'字']]"));
        desk.say("{'type':'post-chat','n':%d,'text':'line'}".formatted(i + 10));
      }
      home.acknowledged(34);
      desk.acknowledged(34);
      desk.say("{'type':'show-hint','n':50,'question':1}").acknowledged(50);
    }
    String path = "/api/rooms/" + id + "/digest";
    assertThat(json(on.request(on.first, "GET", path, on.chen, null)))
        .isEqualTo(json(on.request(on.second, "GET", path, on.chen, null)));
    assertThat(on.text(id, on.first, on.ivan)).isEqualTo("字".repeat(25));
  }
}
