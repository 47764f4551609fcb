package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Answers.assertProblem;
import static dev.mockingbird.gateway.Answers.location;
import static dev.mockingbird.gateway.Browser.json;
import static dev.mockingbird.gateway.Scene.CHEN;
import static dev.mockingbird.gateway.Scene.IVAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import tools.jackson.databind.JsonNode;

/// What a browser is known by, from its first cookie to its sign-out.
@ExtendWith(Scene.Shared.class)
@Timeout(60)
class SessionsIT {

  private final Scene scene;
  private final Browser browser;

  SessionsIT(Scene scene) {
    this.scene = scene;
    this.browser = scene.browser();
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void keepsPeopleSignedInWhenItRestarts() {
    browser.signIn(scene.gitHub(), IVAN, "/");
    try (RunningGateway other = scene.another()) {
      browser.turnTo(other.uri());

      assertThat(json(browser.get("/api/me")).get("login").asString()).isEqualTo("ivan");
    }
  }

  @Test
  void endsTheSessionEverywhereAndTellsTheServices() {
    browser.signIn(scene.gitHub(), IVAN, "/");
    String sid = scene.relayed(browser.get("/api/interviews")).getClaimAsString("sid");
    String cookie = browser.cookie("mockingbird").orElseThrow();
    try (SignOutsHeard heard = new SignOutsHeard(scene.gateway())) {
      HttpResponse<String> answer = browser.post("/api/sign-out", "");

      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(heard.next().get("sid").asString()).isEqualTo(sid);
    }
    try (Browser thief = scene.browser()) {
      HttpResponse<String> me = thief.get("/api/me", "Cookie", "mockingbird=" + cookie);
      assertProblem(me, 401, "SIGNED_OUT");
    }
  }

  @Test
  void endsOneSessionOrAllOfThePerson() {
    try (Browser phone = scene.browser();
        Browser laptop = scene.browser();
        Browser other = scene.browser()) {
      phone.signIn(scene.gitHub(), IVAN, "/");
      laptop.signIn(scene.gitHub(), IVAN, "/");
      other.signIn(scene.gitHub(), CHEN, "/");
      browser.signIn(scene.gitHub(), IVAN, "/");
      Browser.Socket open = laptop.open("/ws/rooms", "Origin", scene.gateway().uri().toString());

      phone.post("/api/sign-out", "");
      assertProblem(phone.get("/api/me"), 401, "SIGNED_OUT");
      assertThat(laptop.get("/api/me").statusCode()).isEqualTo(200);

      assertThat(browser.post("/api/sign-out?everywhere=true", "").statusCode()).isEqualTo(204);

      assertProblem(browser.get("/api/me"), 401, "SIGNED_OUT");
      assertProblem(laptop.get("/api/me"), 401, "SIGNED_OUT");
      assertThat(open.closed).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(4401);
      assertThat(other.get("/api/me").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void endsASessionInTheEndHoweverBusyItIs() {
    try (RunningGateway brief = scene.another("--mockingbird.session.longest=3s")) {
      browser.turnTo(brief.uri());
      browser.signIn(scene.gitHub(), IVAN, "/");
      Browser.Socket open = browser.open("/ws/rooms", "Origin", brief.uri().toString());
      assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);

      assertThat(open.closed).succeedsWithin(Duration.ofSeconds(8)).isEqualTo(4401);
      assertProblem(browser.get("/api/me"), 401, "SIGNED_OUT");

      browser.signIn(scene.gitHub(), IVAN, "/");
      assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void keepsASessionThatNobodySignedInToForMinutesOnly() {
    browser.get("/oauth2/authorization/github");
    assertThat(livesFor()).isLessThan(Duration.ofMinutes(30));

    browser.signIn(scene.gitHub(), IVAN, "/");
    assertThat(livesFor()).isGreaterThan(Duration.ofHours(11));
  }

  private Duration livesFor() {
    return scene
        .gateway()
        .bean(ReactiveStringRedisTemplate.class)
        .getExpire("mockingbird:session:sessions:" + browser.cookie("mockingbird").orElseThrow())
        .block();
  }

  @Test
  void refusesAChangeWithoutTheCsrfHeader() {
    browser.signIn(scene.gitHub(), IVAN, "/");

    HttpResponse<String> answer = browser.send("POST", "/api/interviews", "{}");

    assertProblem(answer, 403, "CSRF");
    assertThat(browser.post("/api/interviews", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAChangeFromAPageOfASisterDomainThatPlantedTheCsrfCookie() {
    browser.signIn(scene.gitHub(), IVAN, "/");
    String site = scene.gateway().uri().toString();

    assertProblem(
        browser.post("/api/interviews", "{}", "Origin", "http://evil.127.0.0.1"),
        403,
        "ORIGIN_REFUSED");
    assertProblem(browser.post("/api/interviews", "{}", "Origin", "null"), 403, "ORIGIN_REFUSED");
    assertThat(browser.post("/api/interviews", "{}", "Origin", site).statusCode()).isEqualTo(200);
  }

  @Test
  void setsCookiesThatOnlyHttpsAndOnlyThisHostSeeWhenItsAddressIsHttps() {
    try (RunningGateway tls =
        scene.another("--mockingbird.public.url=https://interviews.example")) {
      browser.turnTo(tls.uri());

      HttpResponse<String> begun =
          browser.get("/oauth2/authorization/github", "X-Forwarded-Host", "evil.example");

      assertThat(begun.headers().allValues("Set-Cookie"))
          .anySatisfy(
              cookie ->
                  assertThat(cookie)
                      .startsWith("__Host-mockingbird=")
                      .containsIgnoringCase("; HttpOnly")
                      .contains("Path=/", "Secure", "SameSite=Lax"))
          .anySatisfy(
              cookie ->
                  assertThat(cookie)
                      .startsWith("XSRF-TOKEN=")
                      .contains("Secure", "SameSite=Lax")
                      .doesNotContainIgnoringCase("HttpOnly"));
      assertThat(location(begun))
          .contains("redirect_uri=https://interviews.example/login/oauth2/code/github");
      assertThat(begun.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
  }

  @Test
  void namesPeopleToPeopleWhoAreSignedIn() {
    assertProblem(browser.get("/api/people?ids=127.0.0.1:1002"), 401, "SIGNED_OUT");
    browser.signIn(scene.gitHub(), IVAN, "/");

    JsonNode people = json(browser.get("/api/people?ids=127.0.0.1:1002,127.0.0.1:9"));

    assertThat(people.toString())
        .isEqualTo(
            "[{\"id\":\"127.0.0.1:1002\",\"name\":\"Ivan\",\"login\":\"ivan\",\"avatarUrl\":\"https://avatars.githubusercontent.com/u/1002\"}]");
  }
}
