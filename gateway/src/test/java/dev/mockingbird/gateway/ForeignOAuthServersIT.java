package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Answers.location;
import static dev.mockingbird.gateway.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.Ports;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The sign-in against OAuth servers that nobody here wrote.
@Timeout(60)
class ForeignOAuthServersIT {

  private static final Stores STORES = Stores.shared(Store.REDIS);
  private static EchoService service;

  @BeforeAll
  static void start() {
    service = new EchoService();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /// What is the same for every server.
  private abstract static class SignIns {

    private final String login;
    OAuthServer server;
    RunningGateway gateway;
    Browser browser;

    SignIns(String login) {
      this.login = login;
    }

    @BeforeEach
    void openBrowser() {
      browser = new Browser(gateway.uri());
    }

    @AfterEach
    void closeBrowser() {
      browser.close();
    }

    String callback(Browser of) throws Exception {
      return callback(of, "/rooms/17");
    }

    String callback(Browser of, String returnTo) throws Exception {
      String authorize = location(of.get("/oauth2/authorization/github?returnTo=" + returnTo));
      assertThat(authorize).contains("code_challenge_method=S256", "code_challenge=", "state=");
      URI back = server.agree(URI.create(authorize), login);
      assertThat(back).asString().startsWith(gateway.uri() + "/login/oauth2/code/github?");
      return back.getRawPath() + "?" + back.getRawQuery();
    }

    @Test
    void signsInAndReturnsToTheRoom() throws Exception {
      HttpResponse<String> back = browser.get(callback(browser));

      assertThat(location(back)).isEqualTo("/rooms/17");
      assertThat(json(browser.get("/api/me")).get("login").asString()).isEqualTo(login);
    }

    @Test
    void refusesAReplayedState() throws Exception {
      String callback = callback(browser);
      browser.get(callback);

      assertThat(location(browser.get(callback))).isEqualTo("/sign-in?error=expired");
    }

    @Test
    void refusesAReplayedCode() throws Exception {
      String used = callback(browser, "/");
      browser.get(used);
      try (Browser thief = new Browser(gateway.uri())) {
        String fresh = callback(thief, "/");

        HttpResponse<String> back = thief.get(withCodeOf(used, fresh));

        assertThat(location(back)).isEqualTo("/sign-in?error=refused");
        assertThat(thief.get("/api/me").statusCode()).isEqualTo(401);
      }
    }

    @Test
    void refusesTheStateOfAnotherBrowser() throws Exception {
      String callback = callback(browser);
      try (Browser victim = new Browser(gateway.uri())) {
        assertThat(location(victim.get(callback))).isEqualTo("/sign-in?error=expired");
        assertThat(victim.get("/api/me").statusCode()).isEqualTo(401);
      }
    }

    static String withCodeOf(String other, String callback) {
      String code = other.replaceFirst(".*[?&](code=[^&]+).*", "$1");
      return callback.replaceFirst("code=[^&]+", code);
    }
  }

  /// `oauth2-mock-server` checks PKCE, and answers 400 where GitHub answers 200.
  @Nested
  @ExtendWith(OutputCaptureExtension.class)
  class Strict extends SignIns {

    private static OAuthServer strict;
    private static RunningGateway gatewayOfStrict;

    Strict() {
      super("johndoe");
      server = strict;
      gateway = gatewayOfStrict;
    }

    @BeforeAll
    static void start() throws Exception {
      strict = OAuthServer.strict("johndoe");
      gatewayOfStrict = RunningGateway.start(STORES, strict.uri(), service.uri());
    }

    @AfterAll
    static void stop() {
      gatewayOfStrict.close();
      strict.close();
    }

    /// What somebody can do who gets hold of a code but not of the browser it was meant for.
    @Test
    void refusesACodeUnderTheVerifierOfAnotherSignIn() throws Exception {
      String stolen = callback(browser, "/");
      try (Browser thief = new Browser(gateway.uri())) {
        String own = callback(thief, "/");

        HttpResponse<String> back = thief.get(withCodeOf(stolen, own));

        assertThat(location(back)).isEqualTo("/sign-in?error=refused");
        assertThat(thief.get("/api/me").statusCode()).isEqualTo(401);
      }
    }

    @Test
    void asksTheApiWhereverItIs() throws Exception {
      try (OAuthServer api = OAuthServer.strict("apina");
          RunningGateway apart =
              RunningGateway.start(
                  STORES, server.uri(), service.uri(), "--github.api.url=" + api.uri())) {
        gateway = apart;
        browser.turnTo(apart.uri());

        browser.get(callback(browser));

        assertThat(json(browser.get("/api/me")).get("login").asString()).isEqualTo("apina");
      }
    }

    @Test
    void forgetsTheAccessToken(CapturedOutput output) throws Exception {
      List<HttpResponse<String>> answers = new ArrayList<>();

      answers.add(browser.get(callback(browser)));
      answers.add(browser.get("/api/me"));
      answers.add(browser.get("/api/interviews"));
      answers.add(browser.get("/", "Accept", "text/html"));

      List<String> tokens =
          strict.log().lastLines(1000).stream()
              .filter(line -> line.startsWith("gave "))
              .map(line -> line.substring("gave ".length()))
              .toList();
      assertThat(tokens).isNotEmpty().allMatch(token -> token.startsWith("ey"));
      assertThat(answers)
          .allSatisfy(
              answer ->
                  assertThat(answer.headers().map() + answer.body())
                      .doesNotContain(tokens.toArray(String[]::new)));
      assertThat(Everything.inRedis(gateway))
          .contains("johndoe")
          .doesNotContain(tokens.toArray(String[]::new));
      assertThat(output.getAll())
          .contains("signed in")
          .doesNotContain(tokens.toArray(String[]::new));
    }
  }

  /// `emulate` is GitHub as a whole: a page that asks, an OAuth app with its secret and redirect,
  /// an organisation with a team, and errors with status 200.
  @Nested
  class GitHubLike extends SignIns {

    private static final Pattern TOKEN = Pattern.compile("gho_");
    private static OAuthServer gitHubLike;
    private static RunningGateway gatewayOfGitHubLike;

    GitHubLike() {
      super("octavia");
      server = gitHubLike;
      gateway = gatewayOfGitHubLike;
    }

    @BeforeAll
    static void start() throws Exception {
      int port = Ports.free();
      gitHubLike =
          OAuthServer.gitHubLike(
              URI.create("http://127.0.0.1:" + port + "/login/oauth2/code/github"));
      gatewayOfGitHubLike =
          RunningGateway.start(
              port,
              STORES,
              gitHubLike.uri(),
              service.uri(),
              "--mockingbird.organiser.team=acme/members",
              "--mockingbird.interviewer.team=acme/no-such-team");
    }

    @AfterAll
    static void stop() {
      gatewayOfGitHubLike.close();
      gitHubLike.close();
    }

    @Test
    void findsTheRoleOfATeam() throws Exception {
      browser.get(callback(browser));

      assertThat(json(browser.get("/api/me")).get("roles").toString())
          .isEqualTo("[\"organiser\",\"interviewer\",\"member\"]");
      assertThat(Everything.inRedis(gateway)).doesNotContainPattern(TOKEN);
    }

    @Test
    void saysThatGitHubCouldNotBeAskedWhenOurSecretIsWrong() throws Exception {
      int port = Ports.free();
      try (OAuthServer other =
              OAuthServer.gitHubLike(
                  URI.create("http://127.0.0.1:" + port + "/login/oauth2/code/github"));
          RunningGateway mistaken =
              RunningGateway.start(
                  port, STORES, other.uri(), service.uri(), "--github.client.secret=mistaken")) {
        server = other;
        gateway = mistaken;
        browser.turnTo(mistaken.uri());

        assertThat(location(browser.get(callback(browser, "/"))))
            .isEqualTo("/sign-in?error=github");
      }
    }
  }
}
