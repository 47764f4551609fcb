package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Answers.assertProblem;
import static dev.mockingbird.gateway.Browser.json;
import static dev.mockingbird.gateway.Scene.CHEN;
import static dev.mockingbird.gateway.Scene.IVAN;
import static dev.mockingbird.gateway.Scene.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;

/// Personal access tokens, for scripts.
@ExtendWith(Scene.Shared.class)
@Timeout(60)
class TokensIT {

  private final Scene scene;
  private final Browser browser;

  TokensIT(Scene scene) {
    this.scene = scene;
    this.browser = scene.browser();
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void makesShowsUsesAndRevokesAPersonalToken() throws Exception {
    browser.signIn(scene.gitHub(), IVAN, "/");
    String wish = "{\"name\":\"nightly\",\"scope\":\"write\",\"expiresInDays\":5}";

    HttpResponse<String> made =
        browser.post("/api/tokens", wish, "Idempotency-Key", "make-it-once");
    HttpResponse<String> again =
        browser.post("/api/tokens", wish, "Idempotency-Key", "make-it-once");

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(json(again)).isEqualTo(json(made));
    assertThat(again.statusCode()).isEqualTo(201);
    String id = json(made).get("id").asString();
    String token = json(made).get("token").asString();
    assertThat(token).startsWith("mbp_");
    assertThat(json(made).get("expiresSoon").asBoolean()).isTrue();
    assertProblem(
        browser.post(
            "/api/tokens", wish.replace("nightly", "x"), "Idempotency-Key", "make-it-once"),
        422,
        "IDEMPOTENCY_KEY_REUSED");

    try (Browser script = scene.browser();
        SignOutsHeard heard = new SignOutsHeard(scene.gateway())) {
      String bearer = "Bearer " + token;
      HttpResponse<String> posted =
          script.send("POST", "/api/interviews", "{}", "Authorization", bearer);
      assertThat(posted.statusCode()).isEqualTo(200);
      Jwt jwt = scene.relayed(posted);
      assertThat(jwt.getClaimAsString("sid")).isEqualTo(id);
      assertThat(posted.body()).doesNotContain(token);
      Browser.Socket socket = script.open("/ws/rooms", "Authorization", bearer);
      assertThat(socket.frames.poll(5, TimeUnit.SECONDS)).contains("\"authorization\":\"Bearer ey");

      JsonNode listed = json(browser.get("/api/tokens")).get("items");
      assertThat(listed.toString()).doesNotContain(token).contains("\"name\":\"nightly\"");
      assertThat(listed.get(0).get("lastUsedAt").isNull()).isFalse();

      assertThat(browser.delete("/api/tokens/" + id).statusCode()).isEqualTo(204);
      assertThat(heard.next().get("sid").asString()).isEqualTo(id);
      assertThat(socket.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4401);
      assertProblem(script.get("/api/me", "Authorization", bearer), 401, "TOKEN_UNKNOWN");
    }
  }

  @Test
  void revokesWithATokenThoseThatWereMadeWithIt() {
    browser.signIn(scene.gitHub(), OLGA, "/");
    String wish = "{\"name\":\"x\",\"scope\":\"write\",\"expiresInDays\":5}";
    String shorter = wish.replace("5", "4");
    String shortest = wish.replace("5", "3");
    JsonNode first = json(browser.post("/api/tokens", wish));
    JsonNode unrelated = json(browser.post("/api/tokens", wish));
    try (Browser thief = scene.browser()) {
      JsonNode second = json(thief.send("POST", "/api/tokens", shorter, bearer(first)));
      JsonNode third = json(thief.send("POST", "/api/tokens", shortest, bearer(second)));
      assertThat(thief.get("/api/me", bearer(third)).statusCode()).isEqualTo(200);

      browser.delete("/api/tokens/" + first.get("id").asString());

      assertProblem(thief.get("/api/me", bearer(first)), 401, "TOKEN_UNKNOWN");
      assertProblem(thief.get("/api/me", bearer(second)), 401, "TOKEN_UNKNOWN");
      assertProblem(thief.get("/api/me", bearer(third)), 401, "TOKEN_UNKNOWN");
      assertThat(thief.get("/api/me", bearer(unrelated)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void tellsWithEachAnswerWhenTheTokenEnds() {
    browser.signIn(scene.gitHub(), CHEN, "/");
    JsonNode made =
        json(
            browser.post("/api/tokens", "{\"name\":\"x\",\"scope\":\"read\",\"expiresInDays\":5}"));
    try (Browser script = scene.browser()) {
      for (String path : List.of("/api/me", "/api/interviews")) {
        assertThat(
                script.get(path, bearer(made)).headers().firstValue("Mockingbird-Token-Expires-At"))
            .contains(made.get("expiresAt").asString());
      }
    }
  }

  private static String[] bearer(JsonNode made) {
    return new String[] {"Authorization", "Bearer " + made.get("token").asString()};
  }

  @Test
  void refusesAWriteWithATokenThatMayOnlyRead() {
    browser.signIn(scene.gitHub(), IVAN, "/");
    String token =
        json(browser.post(
                "/api/tokens", "{\"name\":\"r\",\"scope\":\"read\",\"expiresInDays\":30}"))
            .get("token")
            .asString();
    try (Browser script = scene.browser()) {
      String bearer = "Bearer " + token;
      HttpResponse<String> read = script.get("/api/interviews", "Authorization", bearer);
      assertThat(scene.relayed(read).getClaimAsString("scope")).isEqualTo("read");
      assertProblem(
          script.send("POST", "/api/interviews", "{}", "Authorization", bearer),
          403,
          "SCOPE_READ_ONLY");
      assertProblem(script.get("/ws/rooms", "Authorization", bearer), 403, "SCOPE_READ_ONLY");
    }
  }

  @Test
  void ignoresTheCookieWhenAnAuthorizationHeaderIsThere() {
    browser.signIn(scene.gitHub(), IVAN, "/");

    assertProblem(
        browser.send("POST", "/api/interviews", "{}", "Authorization", "Bearer guess"),
        401,
        "TOKEN_UNKNOWN");
    assertProblem(
        browser.send("POST", "/api/interviews", "{}", "Authorization", "Basic eDp5"),
        401,
        "TOKEN_UNKNOWN");
  }
}
