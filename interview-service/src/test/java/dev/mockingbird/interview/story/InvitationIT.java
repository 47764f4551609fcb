package dev.mockingbird.interview.story;

import static dev.mockingbird.interview.story.TwoInstances.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Booking interviews and asking people in, over HTTP.
@LocalStack
class InvitationIT {

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
  void signingOutClosesTheSocketAndSoDoesLosingTheInvitation() {
    String id = on.liveInterview();
    try (Page page = on.open(on.second, id, on.ivan).hello("desk")) {
      page.await("welcome");
      on.publish("mockingbird:sign-outs", "{\"sid\":\"session-of-ivan\"}");
      assertThat(page.awaitClose()).isEqualTo(4401);
    }
    try (Page page = on.open(on.second, id, on.chen).hello("home")) {
      page.await("welcome");
      String invitation = on.detail(id, on.ivan).at("/invitations/0/id").asString();
      assertThat(
              on.request(
                      "DELETE",
                      "/api/interviews/" + id + "/invitations/" + invitation,
                      on.ivan,
                      null)
                  .statusCode())
          .isEqualTo(204);
      assertThat(page.awaitClose()).isEqualTo(4403);
    }
  }

  @Test
  void questionsThatARoomCannotCarryAreRefusedBeforeAnythingIsMade() {
    int before = json(on.request("GET", "/api/interviews", on.ivan, null)).get("items").size();
    String tooLong = "{'title':'T','language':'zh','questions':['aof','long-66000']}";
    String tooMany =
        "{'title':'T','language':'zh','questions':[%s]}"
            .formatted(String.join(",", Collections.nCopies(18, "'long-60000'")));

    HttpResponse<String> one = on.request("POST", "/api/interviews", on.ivan, tooLong);
    assertThat(one.statusCode()).isEqualTo(422);
    assertThat(json(one).get("code").asString()).isEqualTo("QUESTION_TOO_LONG");
    HttpResponse<String> all = on.request("POST", "/api/interviews", on.ivan, tooMany);
    assertThat(all.statusCode()).isEqualTo(409);
    assertThat(json(all).get("code").asString()).isEqualTo("PLAN_FULL");

    assertThat(json(on.request("GET", "/api/interviews", on.ivan, null)).get("items"))
        .hasSize(before);
  }

  @Test
  void anInvitationIsForOnePersonAndTheSameRequestMakesOneInterview() {
    String body = "{'title':'Twice','language':'zh','plannedMinutes':30,'questions':['aof']}";
    String key = UUID.randomUUID().toString();
    String once =
        json(on.request("POST", "/api/interviews", on.ivan, body, key)).get("id").asString();
    String twice =
        json(on.request("POST", "/api/interviews", on.ivan, body, key)).get("id").asString();
    assertThat(twice).isEqualTo(once);
    assertThat(on.detail(once, on.ivan).get("planned")).hasSize(1);

    String token = on.invite(once, "{'capability':'ANSWER','login':'CHEN'}");
    HttpResponse<String> refused =
        on.request("POST", "/api/invitations/" + token + "/acceptance", on.stranger, "");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).get("code").asString()).isEqualTo("INVITATION_FOR_SOMEONE_ELSE");
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(
            on.request("POST", "/api/invitations/" + token + "/acceptance", on.chen, "")
                .statusCode())
        .isEqualTo(200);
    assertThat(on.request("GET", "/api/invitations/" + token + "x", on.chen, null).statusCode())
        .isEqualTo(404);
  }

  @Test
  void refusesABookingThatSaysTooLittleAndAFrameThatIsNoMessage() {
    HttpResponse<String> noTitle =
        on.request("POST", "/api/interviews", on.ivan, "{'language':'zh'}");
    assertThat(noTitle.statusCode()).isEqualTo(400);
    assertThat(json(noTitle).get("field").asString()).isEqualTo("title");
    assertThat(on.request("POST", "/api/interviews", on.chen, "{'title':'x'}").statusCode())
        .isEqualTo(403);
    assertThat(on.request("POST", "/api/interviews", on.ivan, "{").statusCode()).isEqualTo(400);
    try (Page page = on.open(on.first, on.bookWithCandidate(), on.ivan).hello("desk")) {
      page.await("welcome");
      page.say("{'type':'dance'}");
      assertThat(page.awaitClose()).isEqualTo(4400);
    }
  }

  @Test
  void describesItsHttpInterface() {
    JsonNode api = json(on.request("GET", "/api/docs/interview", on.stranger, null));

    assertThat(api.get("paths").propertyNames())
        .containsExactlyInAnyOrder(
            "/api/interviews",
            "/api/interviews/{id}",
            "/api/interviews/{id}/questions",
            "/api/interviews/{id}/invitations",
            "/api/interviews/{id}/invitations/{invitation}",
            "/api/invitations/{token}",
            "/api/invitations/{token}/acceptance",
            "/api/rooms/{id}/digest",
            "/api/rooms/{id}/replay",
            "/api/rooms/{id}/replay/timeline");
    assertThat(api.at("/paths/~1api~1interviews/post/parameters").toString())
        .contains("Idempotency-Key")
        .doesNotContain("correlationId");
  }

  @Test
  void aLinkThatWasTakenOrRevokedSaysSo() {
    String id = on.bookWithCandidate();
    String taken = on.invite(id, "{'capability':'OBSERVE'}");
    accept(taken, on.chen);
    assertThat(code(accept(taken, on.stranger))).isEqualTo("INVITATION_TAKEN");

    String revoked = on.invite(id, "{'capability':'OBSERVE'}");
    revoke(id, "OPEN");
    assertThat(code(accept(revoked, on.stranger))).isEqualTo("INVITATION_REVOKED");
    JsonNode opened = json(on.request("GET", "/api/invitations/" + revoked, on.stranger, null));
    assertThat(opened.get("state").asString()).isEqualTo("REVOKED");
    String endless = "{'capability':'OBSERVE','expiresInHours':721}";
    assertThat(json(on.request("POST", path(id, "/invitations"), on.ivan, endless)).get("field"))
        .hasToString("\"expiresInHours\"");
  }

  @Test
  void nobodyIsAskedOutOfAnInterviewThatIsOverNorIntoIt() {
    String id = on.liveInterview();
    String late = on.invite(id, "{'capability':'OBSERVE'}");
    try (Page desk = on.open(on.first, id, on.ivan).hello("ends")) {
      desk.await("welcome");
      desk.say("{'type':'end-room','n':70}").acknowledged(70);
    }

    assertThat(code(accept(late, on.stranger))).isEqualTo("ROOM_ENDED");
    assertThat(code(revoke(id, "ACCEPTED"))).isEqualTo("ROOM_ENDED");
    assertThat(on.detail(id, on.chen).get("status").asString()).isEqualTo("ENDED");
  }

  @Test
  void anIdempotencyKeyStandsForOneRequest() {
    String id = on.bookWithCandidate();
    String key = UUID.randomUUID().toString();
    String asked = "{'capability':'OBSERVE','login':'mei'}";
    HttpResponse<String> once = on.request("POST", path(id, "/invitations"), on.ivan, asked, key);
    HttpResponse<String> again = on.request("POST", path(id, "/invitations"), on.ivan, asked, key);
    assertThat(json(again)).isEqualTo(json(once));

    String invitation = json(once).get("id").asString();
    String other = "{'capability':'INTERVIEW','login':'somebody'}";
    assertThat(code(on.request("POST", path(id, "/invitations"), on.ivan, other, key)))
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    String revocation = path(id, "/invitations/" + invitation);
    assertThat(code(on.request("DELETE", revocation, on.ivan, null, key)))
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    String plan = "{'questionId':'tcp'}";
    assertThat(code(on.request("POST", path(id, "/questions"), on.ivan, plan, key)))
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(invitation(id, invitation).get("state").asString()).isEqualTo("OPEN");
    assertThat(invitation(id, invitation).get("login").asString()).isEqualTo("mei");
  }

  @Test
  void aRefusedRequestDoesNotUseItsKeyUp() {
    String key = UUID.randomUUID().toString();
    String bad = "{'language':'zh'}";
    assertThat(on.request("POST", "/api/interviews", on.ivan, bad, key).statusCode())
        .isEqualTo(400);
    String mended = "{'title':'mended','language':'zh','questions':[]}";
    assertThat(on.request("POST", "/api/interviews", on.ivan, mended, key).statusCode())
        .isEqualTo(201);
  }

  @Test
  void planningTwiceUnderOneKeyPlansOnce() {
    String id = on.bookWithCandidate();
    String key = UUID.randomUUID().toString();
    String plan = "{'questionId':'gc'}";
    for (int i = 0; i < 2; i++) {
      assertThat(on.request("POST", path(id, "/questions"), on.ivan, plan, key).statusCode())
          .isEqualTo(200);
    }
    assertThat(on.detail(id, on.ivan).get("planned")).hasSize(3);
  }

  @Test
  void aListFollowsWhatHappensInTheRoom() {
    String id = on.bookWithCandidate();
    assertThat(listed(on.chen, id).get("status").asString()).isEqualTo("WAITING");
    try (Page candidate = on.open(on.second, id, on.chen).hello("home");
        Page desk = on.open(on.first, id, on.ivan).hello("desk")) {
      candidate.await("welcome");
      candidate.say("{'type':'give-consent','n':1}").acknowledged(1);
      desk.say("{'type':'admit','n':1,'person':'demo:1003'}").acknowledged(1);
      assertThat(listed(on.chen, id).get("status").asString()).isEqualTo("LIVE");
      desk.say("{'type':'end-room','n':2}").acknowledged(2);
    }
    assertThat(listed(on.chen, id).get("status").asString()).isEqualTo("ENDED");
    assertThat(listed(on.chen, id).get("capability").asString()).isEqualTo("ANSWER");
    assertThat(listed(on.ivan, id).get("capability").asString()).isEqualTo("INTERVIEW");
    assertThat(json(on.request("GET", "/api/interviews", on.stranger, null)).get("items"))
        .isEmpty();
  }

  private static JsonNode listed(String person, String id) {
    return json(on.request("GET", "/api/interviews", person, null))
        .get("items")
        .valueStream()
        .filter(it -> it.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode invitation(String id, String invitation) {
    return on.detail(id, on.ivan)
        .get("invitations")
        .valueStream()
        .filter(it -> it.get("id").asString().equals(invitation))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> revoke(String id, String state) {
    String invitation =
        on.detail(id, on.ivan)
            .get("invitations")
            .valueStream()
            .filter(it -> it.get("state").asString().equals(state))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asString();
    return on.request("DELETE", path(id, "/invitations/" + invitation), on.ivan, null);
  }

  private static HttpResponse<String> accept(String token, String person) {
    return on.request("POST", "/api/invitations/" + token + "/acceptance", person, "");
  }

  private static String path(String interview, String rest) {
    return "/api/interviews/" + interview + rest;
  }

  private static String code(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).as(refused.body()).isGreaterThanOrEqualTo(400);
    return json(refused).get("code").asString();
  }
}
