package dev.mockingbird.interview.story;

import static dev.mockingbird.interview.story.TwoInstances.edit;
import static dev.mockingbird.interview.story.TwoInstances.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import io.lettuce.core.RedisClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// An interview is held, looked at again while its journal is in Redis, and again when it has left
/// for Kafka.
@LocalStack(Store.KAFKA)
class ReplayIT {

  private static TwoInstances on;
  private static String id;
  private static List<JsonNode> toldInterviewer;
  private static List<JsonNode> toldCandidate;

  @BeforeAll
  static void hold(RedisServer redis, Stores stores, @TempDir Path folder) throws Exception {
    on =
        new TwoInstances(
            redis,
            stores.kafkaBootstrap(),
            folder,
            "mockingbird.room.kept-in-redis-for=0s",
            "mockingbird.room.archive-swept-every=200ms");
    id = on.bookWithCandidate();
    try (Page interviewer = on.open(on.first, id, on.ivan).hello("desk");
        Page candidate = on.open(on.second, id, on.chen).hello("home")) {
      interviewer.await("welcome");
      candidate.await("welcome");
      candidate.say("{'type':'give-consent','n':1}").acknowledged(1);
      interviewer.say("{'type':'admit','n':1,'person':'demo:1003'}").acknowledged(1);
      interviewer.say("{'type':'ask','n':2,'planned':0}").acknowledged(2);
      candidate.say(edit(2, 0, "home", "[[0,'追加写 🙂']]")).acknowledged(2);
      interviewer.say(edit(3, 1, "desk", "[6,[0,'?']]")).acknowledged(3);
      interviewer.say("{'type':'write-note','n':4,'text':'knows AOF'}").acknowledged(4);
      interviewer.say("{'type':'show-hint','n':5,'question':1}").acknowledged(5);
      candidate
          .say("{'type':'submit','n':3,'question':1,'document':'q1:text','version':2}")
          .acknowledged(3);
      candidate.say("{'type':'post-chat','n':4,'text':'done'}").acknowledged(4);
      interviewer
          .say("{'type':'tick-key-point','n':6,'question':1,'keyPoint':0,'covered':true}")
          .acknowledged(6);
      interviewer.say("{'type':'end-room','n':7}").acknowledged(7);
      interviewer.await("room-ended");
      candidate.await("room-ended");
      toldInterviewer = entries(interviewer.frames());
      toldCandidate = entries(candidate.frames());
    }
  }

  @AfterAll
  static void stop() {
    on.close();
  }

  @Test
  void aReplayShowsWhatLiveShowedAndTheArchiveWhatRedisDid() throws Exception {
    assertThat(shown(on.ivan)).endsWith(toldInterviewer.toArray(JsonNode[]::new));
    assertThat(shown(on.chen)).endsWith(toldCandidate.toArray(JsonNode[]::new));
    assertThat(toldCandidate.toString()).doesNotContain("knows AOF");
    List<String> before = everything();
    everyPositionHasTheDigestOfLive(on.ivan);
    everyPositionHasTheDigestOfLive(on.chen);

    leaveRedis();

    assertThat(everything()).isEqualTo(before);
    try (Page late = on.open(on.second, id, on.chen).hello("late")) {
      assertThat(late.await("welcome").at("/room/status").asString()).isEqualTo("ENDED");
    }
    assertThat(on.request("GET", "/api/interviews/" + id, on.ivan, null).statusCode())
        .isEqualTo(200);

    whileKafkaIsAwayNothingIsShownButLists();
  }

  /// By an instance that has not read the archive yet.
  private static void whileKafkaIsAwayNothingIsShownButLists() {
    try (Instance third = Instance.withoutKafka(on.redis.uri(), on.gateway.url(), on.key)) {
      HttpResponse<String> away = on.request(third, "GET", path("replay"), on.chen, null);
      assertThat(away.statusCode()).isEqualTo(503);
      assertThat(json(away).get("code").asString()).isEqualTo("STORE_UNAVAILABLE");
      try (Page page = on.open(third, id, on.chen).hello("now")) {
        assertThat(page.awaitClose()).isEqualTo(4000);
      }
      assertThat(on.request(third, "GET", "/api/interviews", on.chen, null).body()).contains(id);
    }
  }

  @Test
  void isToldInPages() {
    JsonNode whole = page(on.chen, "?at=0");
    assertThat(whole.get("next").isNull()).isTrue();
    assertThat(whole.get("sealed").asBoolean()).isTrue();
    long begin = whole.get("at").asLong();
    assertThat(whole.at("/frames/0/position/sequence").asLong()).isEqualTo(begin);

    List<JsonNode> paged = new ArrayList<>();
    JsonNode next = whole.get("at");
    while (!next.isNull()) {
      JsonNode page = page(on.chen, "?limit=3&at=" + next.asLong());
      assertThat(page.at("/frames/0/type").asString()).isEqualTo("welcome");
      page.get("frames").forEach(frame -> paged.add(frame));
      next = page.get("next");
    }
    assertThat(entries(paged)).isEqualTo(entries(frames(whole)));
  }

  @Test
  void travelsCompressed() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + on.first.port() + path("replay")))
            .header("Authorization", "Bearer " + on.chen)
            .header("Accept-Encoding", "gzip")
            .build();

    HttpResponse<byte[]> compressed =
        TwoInstances.HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());

    assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(compressed.body()).hasSizeLessThan(page(on.chen, "").toString().length() / 2);
  }

  @Test
  void atAGlanceItShowsOnlyWhatThePersonMaySee() {
    JsonNode interviewer = json(on.request("GET", path("replay/timeline"), on.ivan, null));
    JsonNode candidate = json(on.request("GET", path("replay/timeline"), on.chen, null));

    assertThat(types(interviewer))
        .containsExactly(
            "candidate-admitted",
            "question-asked",
            "note-written",
            "hint-shown",
            "answer-submitted",
            "chat-posted",
            "key-point-ticked",
            "feedback-released",
            "room-ended");
    assertThat(types(candidate))
        .contains("chat-posted")
        .doesNotContain("note-written", "key-point-ticked");
    assertThat(interviewer.toString()).doesNotContain("knows AOF", "追加写", "参考答案");
    int edits = 0;
    for (JsonNode bucket : candidate.get("activity")) {
      edits += bucket.get("edits").asInt();
    }
    assertThat(edits).isEqualTo(2);
    assertThat(candidate.get("last")).isEqualTo(interviewer.get("last"));
  }

  @Test
  void refusesWhatIsNoPlaceInIt() {
    assertThat(status(on.chen, "?at=99999")).isEqualTo(404);
    assertThat(status(on.chen, "?at=-1")).isEqualTo(400);
    assertThat(status(on.chen, "?at=soon")).isEqualTo(400);
    assertThat(status(on.chen, "?limit=0")).isEqualTo(400);
    assertThat(status(on.chen, "?limit=1001")).isEqualTo(400);
    HttpResponse<String> stranger = on.request("GET", path("replay"), on.stranger, null);
    assertThat(stranger.statusCode()).isEqualTo(404);
    assertThat(json(stranger).get("code").asString()).isEqualTo("NO_SUCH_POSITION");
    assertThat(on.request("GET", path("replay/timeline"), on.stranger, null).statusCode())
        .isEqualTo(404);
  }

  /// What a viewer is shown at a position is what the digest of that position is made of.
  private static void everyPositionHasTheDigestOfLive(String person) throws Exception {
    long last = json(on.request("GET", path("digest"), person, null)).get("sequence").asLong();
    long at = page(person, "?limit=1").get("at").asLong();
    while (at <= last) {
      JsonNode welcome = page(person, "?limit=1&at=" + at).at("/frames/0");
      JsonNode digest = json(on.request("GET", path("digest?position=" + at), person, null));
      byte[] view =
          Page.JSON.writeValueAsString(welcome.get("room")).getBytes(StandardCharsets.UTF_8);
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(view)))
          .isEqualTo(digest.get("sha256").asString());
      at++;
    }
  }

  /// Every answer there is about this interview.
  private static List<String> everything() {
    List<String> all = new ArrayList<>();
    for (String person : List.of(on.ivan, on.chen)) {
      all.add(on.request("GET", path("replay?at=0"), person, null).body());
      all.add(on.request("GET", path("replay?at=9&limit=5"), person, null).body());
      all.add(on.request("GET", path("replay/timeline"), person, null).body());
      all.add(on.request("GET", path("digest"), person, null).body());
      all.add(on.request("GET", path("digest?position=12"), person, null).body());
    }
    return all;
  }

  private static void leaveRedis() {
    String room = "{" + new Shards(2).tag(id) + "}:room:" + id;
    try (var client = RedisClient.create(on.redis.uri());
        var connection = client.connect()) {
      connection.sync().zadd("{" + new Shards(2).tag(id) + "}:rooms:to-archive", 0, id);
      Awaitility.await("the journal leaves Redis")
          .atMost(Duration.ofSeconds(30))
          .until(() -> connection.sync().exists(room + ":journal") == 0);
    }
  }

  private static List<JsonNode> shown(String person) {
    return entries(frames(page(person, "?at=0")));
  }

  private static List<JsonNode> frames(JsonNode page) {
    List<JsonNode> frames = new ArrayList<>();
    page.get("frames").forEach(frames::add);
    return frames;
  }

  /// What of the frames comes from the journal.
  private static List<JsonNode> entries(List<JsonNode> frames) {
    return frames.stream().filter(it -> it.has("position") && it.has("at")).toList();
  }

  private static List<String> types(JsonNode timeline) {
    List<String> types = new ArrayList<>();
    timeline.get("landmarks").forEach(it -> types.add(it.get("type").asString()));
    return types;
  }

  private static JsonNode page(String person, String query) {
    return json(on.request("GET", path("replay" + query), person, null));
  }

  private static int status(String person, String query) {
    return on.request("GET", path("replay" + query), person, null).statusCode();
  }

  private static String path(String what) {
    return "/api/rooms/" + id + "/" + what;
  }
}
