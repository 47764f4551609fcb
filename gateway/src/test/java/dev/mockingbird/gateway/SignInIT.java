package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Answers.location;
import static dev.mockingbird.gateway.Browser.json;
import static dev.mockingbird.gateway.Scene.CHEN;
import static dev.mockingbird.gateway.Scene.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Through GitHub and back, and every way in which that goes wrong.
@ExtendWith(Scene.Shared.class)
@Timeout(60)
class SignInIT {

  private final Scene scene;
  private final Browser browser;

  SignInIT(Scene scene) {
    this.scene = scene;
    this.browser = scene.browser();
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void signsInThroughGitHubWithPkceAndReturnsToTheRoom() {
    HttpResponse<String> back = browser.signIn(scene.gitHub(), OLGA, "/rooms/17?tab=notes");

    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(location(back)).isEqualTo("/rooms/17?tab=notes");
    JsonNode me = json(browser.get("/api/me"));
    assertThat(me.get("id").asString()).isEqualTo("127.0.0.1:1001");
    assertThat(me.get("name").asString()).isEqualTo("Olga Ivanova");
    assertThat(me.get("roles").toString()).isEqualTo("[\"organiser\",\"interviewer\",\"member\"]");
    assertThat(me.get("demo").asBoolean()).isFalse();
    assertThat(scene.gitHub().askedScopes()).isEqualTo("read:user");
  }

  @Test
  void givesEachSignInANewSessionId() {
    browser.get("/oauth2/authorization/github");
    String before = browser.cookie("mockingbird").orElseThrow();

    browser.signIn(scene.gitHub(), CHEN, "/");

    assertThat(browser.cookie("mockingbird").orElseThrow()).isNotEqualTo(before);
    try (Browser planter = scene.browser()) {
      assertThat(planter.get("/api/me", "Cookie", "mockingbird=" + before).statusCode())
          .as("the id that somebody may have planted")
          .isEqualTo(401);
    }
  }

  @Test
  void refusesAReplayedCallback() {
    String callback = browser.callback(scene.gitHub(), CHEN, "/rooms/3");
    browser.get(callback);

    HttpResponse<String> again = browser.get(callback);

    assertThat(location(again)).isEqualTo("/sign-in?error=expired");
    assertThat(browser.get("/api/me").statusCode()).as("the session stays").isEqualTo(200);
  }

  @Test
  void refusesACallbackThatAnotherBrowserBegan() {
    String callback = browser.callback(scene.gitHub(), CHEN, "/");
    try (Browser victim = scene.browser()) {
      assertThat(location(victim.get(callback))).isEqualTo("/sign-in?error=expired");
      assertThat(victim.get("/api/me").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void refusesACodeThatGitHubDoesNotTakeAndKeepsTheWayBack() {
    String callback = browser.callback(scene.gitHub(), CHEN, "/join/abc");

    HttpResponse<String> back =
        browser.get(callback.replaceFirst("code=[^&]+", "code=used-before"));

    assertThat(location(back)).isEqualTo("/sign-in?error=refused&returnTo=%2Fjoin%2Fabc");
  }

  @Test
  void saysSoWhenThePersonDeclined() {
    String callback = browser.callback(scene.gitHub(), CHEN, "/");

    HttpResponse<String> back =
        browser.get(callback.replaceFirst("code=[^&]+", "error=access_denied"));

    assertThat(location(back)).isEqualTo("/sign-in?error=denied");
  }

  @Test
  void returnsToNoOtherSite() {
    assertThat(location(browser.signIn(scene.gitHub(), CHEN, "//evil.example/x"))).isEqualTo("/");
    assertThat(location(browser.signIn(scene.gitHub(), CHEN, "https://evil.example")))
        .isEqualTo("/");
    assertThat(location(browser.signIn(scene.gitHub(), CHEN, "/\\evil.example"))).isEqualTo("/");
  }

  @Test
  void asksForTeamsOnlyWhenOneIsConfiguredAndEndsSocketsWhenTheMembershipIsLost() {
    try (RunningGateway teams = scene.another("--mockingbird.interviewer.team=Acme/Hiring");
        Browser member = new Browser(teams.uri());
        SignOutsHeard heard = new SignOutsHeard(teams)) {
      scene.gitHub().membership("acme/teams/hiring", CHEN, "active");
      member.signIn(scene.gitHub(), CHEN, "/");
      assertThat(scene.gitHub().askedScopes()).isEqualTo("read:user read:org");
      assertThat(json(member.get("/api/me")).get("roles").toString())
          .isEqualTo("[\"interviewer\",\"member\"]");

      scene.gitHub().noMemberships();
      member.signIn(scene.gitHub(), CHEN, "/");

      assertThat(json(member.get("/api/me")).get("roles").toString()).isEqualTo("[\"member\"]");
      assertThat(heard.next().get("person").asString()).isEqualTo("127.0.0.1:1003");
    }
  }

  @Test
  void takesNobodyForAMemberWhoWasOnlyInvitedOrWhoseOrganisationHidesItsTeams() {
    try (RunningGateway teams = scene.another("--mockingbird.organiser.team=acme/people-ops")) {
      browser.turnTo(teams.uri());
      scene.gitHub().membership("acme/teams/people-ops", CHEN, "pending");
      browser.signIn(scene.gitHub(), CHEN, "/");
      assertThat(json(browser.get("/api/me")).get("roles").toString()).isEqualTo("[\"member\"]");

      scene.gitHub().membership("acme/teams/people-ops", CHEN, "active");
      scene.gitHub().answerOnce("/orgs/", answer(403, "X-RateLimit-Remaining: 4998"));
      browser.signIn(scene.gitHub(), CHEN, "/");
      assertThat(json(browser.get("/api/me")).get("roles").toString()).isEqualTo("[\"member\"]");
    } finally {
      scene.gitHub().noMemberships();
    }
  }

  @Test
  void takesNoRoleAwayBecauseGitHubIsTooBusyToTell() {
    try (RunningGateway teams = scene.another("--mockingbird.organiser.team=acme/people-ops")) {
      browser.turnTo(teams.uri());
      scene.gitHub().membership("acme/teams/people-ops", CHEN, "active");
      browser.signIn(scene.gitHub(), CHEN, "/");
      scene.gitHub().answerOnce("/orgs/", answer(403, "X-RateLimit-Remaining: 0"));

      HttpResponse<String> back = browser.signIn(scene.gitHub(), CHEN, "/");

      assertThat(location(back)).isEqualTo("/sign-in?error=github");
      assertThat(json(browser.get("/api/me")).get("roles").toString()).contains("organiser");
    } finally {
      scene.gitHub().noMemberships();
    }
  }

  @Test
  void saysThatGitHubCouldNotBeAskedWhateverItAnswers() {
    FakeGitHub gitHub = scene.gitHub();

    gitHub.answerOnce("/login/oauth/access_token", answer(502, "Content-Type: text/html"));
    assertThat(location(browser.signIn(gitHub, CHEN, "/"))).isEqualTo("/sign-in?error=github");

    gitHub.answerOnce("/login/oauth/access_token", answer(200, "Content-Type: text/html"));
    assertThat(location(browser.signIn(gitHub, CHEN, "/"))).isEqualTo("/sign-in?error=github");

    gitHub.answerOnce("/user", answer(403, "X-RateLimit-Remaining: 0"));
    assertThat(location(browser.signIn(gitHub, CHEN, "/"))).isEqualTo("/sign-in?error=github");

    gitHub.answerOnce("/user", new FakeGitHub.Answer(200, "X-A: b", "{\"login\":\"no-id\"}"));
    assertThat(location(browser.signIn(gitHub, CHEN, "/"))).isEqualTo("/sign-in?error=github");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
  }

  private static FakeGitHub.Answer answer(int status, String header) {
    return new FakeGitHub.Answer(status, header, "<p>sorry</p>");
  }
}
