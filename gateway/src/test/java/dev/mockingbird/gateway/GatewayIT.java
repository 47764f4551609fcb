package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Browser.json;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mockingbird.gateway.FakeGitHub.Person;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The gateway as a whole: real Redis, a strict OAuth server, and a service that shows what reaches
/// it.
@LocalStack(Store.REDIS)
@Timeout(60)
class GatewayIT {

  private static final Person OLGA = new Person(1001, "Olga", "Olga Ivanova");
  private static final Person IVAN = new Person(1002, "ivan", "Ivan");
  private static final Person CHEN = new Person(1003, "chen", "陈");

  private static Stores stores;
  private static FakeGitHub gitHub;
  private static EchoService service;
  private static RunningGateway gateway;
  private Browser browser;

  @BeforeAll
  static void start(Stores started) {
    stores = started;
    gitHub = new FakeGitHub();
    service = new EchoService();
    gateway = RunningGateway.start(stores, gitHub, service);
  }

  @AfterAll
  static void stop() {
    gateway.close();
    service.close();
    gitHub.close();
  }

  @BeforeEach
  void openBrowser() {
    browser = new Browser(gateway.uri());
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void signsInThroughGitHubWithPkceAndReturnsToTheRoom() {
    HttpResponse<String> back = browser.signIn(gitHub, OLGA, "/rooms/17?tab=notes");

    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(location(back)).isEqualTo("/rooms/17?tab=notes");
    JsonNode me = json(browser.get("/api/me"));
    assertThat(me.get("id").asString()).isEqualTo("127.0.0.1:1001");
    assertThat(me.get("name").asString()).isEqualTo("Olga Ivanova");
    assertThat(me.get("roles").toString()).isEqualTo("[\"organiser\",\"interviewer\",\"member\"]");
    assertThat(me.get("demo").asBoolean()).isFalse();
    assertThat(gitHub.askedScopes()).isEqualTo("read:user");
  }

  @Test
  void givesEachSignInANewSessionId() {
    browser.get("/oauth2/authorization/github");
    String before = browser.cookie("mockingbird").orElseThrow();

    browser.signIn(gitHub, CHEN, "/");

    assertThat(browser.cookie("mockingbird").orElseThrow()).isNotEqualTo(before);
  }

  @Test
  void refusesAReplayedCallback() {
    String callback = browser.callback(gitHub, CHEN, "/rooms/3");
    browser.get(callback);

    HttpResponse<String> again = browser.get(callback);

    assertThat(location(again)).isEqualTo("/sign-in?error=expired");
    assertThat(browser.get("/api/me").statusCode()).as("the session stays").isEqualTo(200);
  }

  @Test
  void refusesACallbackThatAnotherBrowserBegan() {
    String callback = browser.callback(gitHub, CHEN, "/");
    try (Browser victim = new Browser(gateway.uri())) {
      assertThat(location(victim.get(callback))).isEqualTo("/sign-in?error=expired");
      assertThat(victim.get("/api/me").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void refusesACodeThatGitHubDoesNotTakeAndKeepsTheWayBack() {
    String callback = browser.callback(gitHub, CHEN, "/join/abc");

    HttpResponse<String> back =
        browser.get(callback.replaceFirst("code=[^&]+", "code=used-before"));

    assertThat(location(back)).isEqualTo("/sign-in?error=refused&returnTo=%2Fjoin%2Fabc");
  }

  @Test
  void saysSoWhenThePersonDeclined() {
    String callback = browser.callback(gitHub, CHEN, "/");

    HttpResponse<String> back =
        browser.get(callback.replaceFirst("code=[^&]+", "error=access_denied"));

    assertThat(location(back)).isEqualTo("/sign-in?error=denied");
  }

  @Test
  void returnsToNoOtherSite() {
    assertThat(location(browser.signIn(gitHub, CHEN, "//evil.example/x"))).isEqualTo("/");
    assertThat(location(browser.signIn(gitHub, CHEN, "https://evil.example"))).isEqualTo("/");
    assertThat(location(browser.signIn(gitHub, CHEN, "/\\evil.example"))).isEqualTo("/");
  }

  @Test
  void asksForTeamsOnlyWhenOneIsConfiguredAndEndsSocketsWhenTheMembershipIsLost() {
    try (RunningGateway teams =
            RunningGateway.start(
                stores, gitHub, service, "--mockingbird.interviewer.team=Acme/Hiring");
        Browser member = new Browser(teams.uri());
        SignOutsHeard heard = new SignOutsHeard(teams)) {
      gitHub.teams("[{\"slug\":\"hiring\",\"organization\":{\"login\":\"acme\"}}]");
      member.signIn(gitHub, CHEN, "/");
      assertThat(gitHub.askedScopes()).isEqualTo("read:user read:org");
      assertThat(json(member.get("/api/me")).get("roles").toString())
          .isEqualTo("[\"interviewer\",\"member\"]");

      gitHub.teams("[]");
      member.signIn(gitHub, CHEN, "/");

      assertThat(json(member.get("/api/me")).get("roles").toString()).isEqualTo("[\"member\"]");
      assertThat(heard.next().get("person").asString()).isEqualTo("127.0.0.1:1003");
    }
  }

  @Test
  void keepsPeopleSignedInWhenItRestarts() {
    browser.signIn(gitHub, IVAN, "/");
    try (RunningGateway other = RunningGateway.start(stores, gitHub, service)) {
      browser.turnTo(other.uri());

      assertThat(json(browser.get("/api/me")).get("login").asString()).isEqualTo("ivan");
    }
  }

  @Test
  void sharesItsKeysWithOtherGateways() {
    browser.signIn(gitHub, IVAN, "/");
    try (RunningGateway other = RunningGateway.start(stores, gitHub, service)) {
      Jwt jwt = relayed(browser.get("/api/interviews"));

      Jwt checked = decoder(other).decode(jwt.getTokenValue()).block();

      assertThat(checked.getSubject()).isEqualTo("127.0.0.1:1002");
      assertThat(browser.get("/.well-known/jwks.json").body())
          .doesNotContain("\"d\"")
          .contains("\"kid\"");
    }
  }

  @Test
  void endsTheSessionEverywhereAndTellsTheServices() {
    browser.signIn(gitHub, IVAN, "/");
    String sid = relayed(browser.get("/api/interviews")).getClaimAsString("sid");
    String cookie = browser.cookie("mockingbird").orElseThrow();
    try (SignOutsHeard heard = new SignOutsHeard(gateway)) {
      HttpResponse<String> answer = browser.post("/api/sign-out", "");

      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(heard.next().get("sid").asString()).isEqualTo(sid);
    }
    try (Browser thief = new Browser(gateway.uri())) {
      HttpResponse<String> me = thief.get("/api/me", "Cookie", "mockingbird=" + cookie);
      assertProblem(me, 401, "SIGNED_OUT");
    }
  }

  @Test
  void relaysTheMintedTokenAndNothingThatACallerMadeUp() {
    browser.signIn(gitHub, IVAN, "/");

    HttpResponse<String> answer =
        browser.get(
            "/api/interviews",
            "X-User-Id",
            "1001",
            "X-Forwarded-User",
            "olga",
            "X-Forwarded-For",
            "10.0.0.1",
            "Forwarded",
            "for=10.0.0.1",
            "X-Roles",
            "organiser",
            "X-Correlation-Id",
            "abcdefgh-1",
            "Idempotency-Key",
            "12345678");

    JsonNode headers = json(answer);
    assertThat(headers.propertyNames())
        .doesNotContain(
            "cookie", "x-user-id", "x-forwarded-user", "x-forwarded-for", "forwarded", "x-roles");
    assertThat(headers.get("x-correlation-id").asString()).isEqualTo("abcdefgh-1");
    assertThat(headers.get("idempotency-key").asString()).isEqualTo("12345678");
    assertThat(answer.headers().firstValue("X-Correlation-Id")).contains("abcdefgh-1");
    Jwt jwt = relayed(answer);
    assertThat(jwt.getClaimAsString("iss")).isEqualTo("mockingbird");
    assertThat(jwt.getAudience()).containsExactly("mockingbird");
    assertThat(jwt.getSubject()).isEqualTo("127.0.0.1:1002");
    assertThat(jwt.getClaimAsString("login")).isEqualTo("ivan");
    assertThat(jwt.getClaimAsString("wid")).isEqualTo("default");
    assertThat(jwt.getClaimAsString("scope")).isEqualTo("read write");
    assertThat(jwt.getClaimAsStringList("roles")).containsExactly("interviewer", "member");
    assertThat(Duration.between(jwt.getIssuedAt(), jwt.getExpiresAt()))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("stray"));
  }

  @Test
  void replacesAMalformedCorrelationId() {
    HttpResponse<String> answer = browser.get("/api/me", "X-Correlation-Id", "a b<script>");

    assertThat(answer.headers().firstValue("X-Correlation-Id").orElseThrow())
        .matches("[A-Za-z0-9-]{36}");
  }

  @Test
  void refusesAChangeWithoutTheCsrfHeader() {
    browser.signIn(gitHub, IVAN, "/");

    HttpResponse<String> answer = browser.send("POST", "/api/interviews", "{}");

    assertProblem(answer, 403, "CSRF");
    assertThat(browser.post("/api/interviews", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesASocketFromAnotherOriginBeforeTheUpgrade() {
    browser.signIn(gitHub, IVAN, "/");

    assertThat(handshakeStatus("Origin", "https://evil.example")).isEqualTo(403);
    assertThat(handshakeStatus("Origin", gateway.uri() + ".evil.example")).isEqualTo(403);
    assertThat(handshakeStatus("Origin", "null")).isEqualTo(403);
    assertThat(handshakeStatus()).isEqualTo(403);
  }

  @Test
  void refusesASocketOfSomebodyWhoIsNotSignedIn() {
    assertThat(handshakeStatus("Origin", gateway.uri().toString())).isEqualTo(401);
  }

  @Test
  void proxiesASocketWithTheMintedTokenLargeFramesAndCloseCodes() throws Exception {
    browser.signIn(gitHub, IVAN, "/");
    Browser.Socket socket = browser.open("/ws/rooms", "Origin", gateway.uri().toString());

    JsonNode headers = new JsonMapper().readTree(socket.frames.poll(5, TimeUnit.SECONDS));
    assertThat(headers.propertyNames()).doesNotContain("cookie");
    assertThat(verify(headers).getSubject()).isEqualTo("127.0.0.1:1002");
    String large = "字".repeat(80_000);
    socket.send(large);
    assertThat(socket.frames.poll(5, TimeUnit.SECONDS)).isEqualTo(large);
    socket.send("close 4403");
    assertThat(socket.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4403);
  }

  @Test
  void tellsABrowserToComeBackWhenTheServiceRestarts() throws Exception {
    browser.signIn(gitHub, IVAN, "/");
    Browser.Socket socket = browser.open("/ws/rooms", "Origin", gateway.uri().toString());
    socket.frames.poll(5, TimeUnit.SECONDS);

    socket.send("close 1012");

    assertThat(socket.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1012);
  }

  @Test
  void tellsABrowserToComeBackWhenTheServiceIsGone() throws Exception {
    try (EchoService dying = new EchoService();
        RunningGateway other = RunningGateway.start(stores, gitHub, dying)) {
      browser.turnTo(other.uri());
      browser.signIn(gitHub, IVAN, "/");
      Browser.Socket open = browser.open("/ws/rooms", "Origin", other.uri().toString());
      open.frames.poll(5, TimeUnit.SECONDS);
      dying.close();
      assertThat(open.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1012);

      Browser.Socket late = browser.open("/ws/rooms", "Origin", other.uri().toString());
      assertThat(late.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1012);
    }
  }

  @Test
  void keepsASessionAliveWhileItsSocketIsOpenAndClosesTheSocketWithIt() throws Exception {
    try (RunningGateway brief =
        RunningGateway.start(stores, gitHub, service, "--spring.session.timeout=2s")) {
      browser.turnTo(brief.uri());
      browser.signIn(gitHub, IVAN, "/");
      Browser.Socket socket = browser.open("/ws/rooms", "Origin", brief.uri().toString());
      long opened = System.nanoTime();

      org.awaitility.Awaitility.await()
          .pollInterval(Duration.ofMillis(500))
          .atMost(Duration.ofSeconds(10))
          .until(() -> System.nanoTime() - opened > Duration.ofSeconds(4).toNanos());
      assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
      assertThat(socket.closed).isNotDone();

      browser.post("/api/sign-out", "");
      assertThat(socket.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4401);
    }
  }

  @Test
  void makesShowsUsesAndRevokesAPersonalToken() throws Exception {
    browser.signIn(gitHub, IVAN, "/");
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

    try (Browser script = new Browser(gateway.uri());
        SignOutsHeard heard = new SignOutsHeard(gateway)) {
      String bearer = "Bearer " + token;
      HttpResponse<String> posted =
          script.send("POST", "/api/interviews", "{}", "Authorization", bearer);
      assertThat(posted.statusCode()).isEqualTo(200);
      Jwt jwt = relayed(posted);
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
  void refusesAWriteWithATokenThatMayOnlyRead() {
    browser.signIn(gitHub, IVAN, "/");
    String token =
        json(browser.post(
                "/api/tokens", "{\"name\":\"r\",\"scope\":\"read\",\"expiresInDays\":30}"))
            .get("token")
            .asString();
    try (Browser script = new Browser(gateway.uri())) {
      String bearer = "Bearer " + token;
      HttpResponse<String> read = script.get("/api/interviews", "Authorization", bearer);
      assertThat(relayed(read).getClaimAsString("scope")).isEqualTo("read");
      assertProblem(
          script.send("POST", "/api/interviews", "{}", "Authorization", bearer),
          403,
          "SCOPE_READ_ONLY");
    }
  }

  @Test
  void ignoresTheCookieWhenAnAuthorizationHeaderIsThere() {
    browser.signIn(gitHub, IVAN, "/");

    assertProblem(
        browser.send("POST", "/api/interviews", "{}", "Authorization", "Bearer guess"),
        401,
        "TOKEN_UNKNOWN");
    assertProblem(
        browser.send("POST", "/api/interviews", "{}", "Authorization", "Basic eDp5"),
        401,
        "TOKEN_UNKNOWN");
  }

  @Test
  void namesPeopleToPeopleWhoAreSignedIn() {
    assertProblem(browser.get("/api/people?ids=127.0.0.1:1002"), 401, "SIGNED_OUT");
    browser.signIn(gitHub, IVAN, "/");

    JsonNode people = json(browser.get("/api/people?ids=127.0.0.1:1002,127.0.0.1:9"));

    assertThat(people.toString())
        .isEqualTo(
            "[{\"id\":\"127.0.0.1:1002\",\"name\":\"Ivan\",\"login\":\"ivan\",\"avatarUrl\":\"https://avatars.githubusercontent.com/u/1002\"}]");
  }

  @Test
  void answersEveryErrorWithAProblem() {
    assertProblem(browser.get("/api/me"), 401, "SIGNED_OUT");
    browser.signIn(gitHub, IVAN, "/");
    assertProblem(browser.get("/api/no-such-thing"), 404, "NOT_FOUND");
    assertProblem(browser.get("/no/such/file.js"), 404, "NOT_FOUND");
    assertProblem(browser.post("/api/tokens", "{"), 400, "BAD_REQUEST");
    assertProblem(browser.get("/api/people"), 400, "BAD_REQUEST");
    assertProblem(browser.delete("/api/me"), 405, "METHOD_NOT_ALLOWED");
    assertProblem(browser.delete("/api/tokens/none"), 404, "NO_SUCH_TOKEN");
    HttpResponse<String> down = browser.get("/api/questions");
    assertProblem(down, 503, "SERVICE_UNAVAILABLE");
    assertThat(json(down).get("service").asString()).isEqualTo("search-service");
  }

  @Test
  void slowsDownWhoeverIsTooFastAndSaysForHowLong() {
    try (RunningGateway strict =
        RunningGateway.start(
            stores,
            gitHub,
            service,
            "--mockingbird.limits.person.burst=3",
            "--mockingbird.limits.person.per-second=1")) {
      browser.turnTo(strict.uri());
      browser.signIn(gitHub, new Person(1777, "hasty", "Hasty"), "/");
      HttpResponse<String> answer = browser.get("/api/me");
      for (int i = 0; i < 20 && answer.statusCode() == 200; i++) {
        answer = browser.get("/api/me");
      }

      assertProblem(answer, 429, "TOO_MANY_REQUESTS");
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }
  }

  @Test
  void setsStrictHeadersOverThoseOfTheService() {
    browser.signIn(gitHub, IVAN, "/");

    HttpResponse<String> answer = browser.get("/api/interviews");

    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'self'", "frame-ancestors 'none'", "'nonce-")
        .contains("connect-src 'self' ws://127.0.0.1:" + gateway.uri().getPort())
        .contains("form-action 'self' " + gitHub.uri())
        .doesNotContain("unsafe");
    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("X-Frame-Options")).isEmpty();
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void setsCookiesThatOnlyHttpsAndOnlyThisHostSeeWhenItsAddressIsHttps() {
    try (RunningGateway tls =
        RunningGateway.start(
            stores, gitHub, service, "--mockingbird.public.url=https://interviews.example")) {
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
  void showsHealthAndMetricsOnThisMachineOnly() {
    assertThat(browser.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(browser.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(browser.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    assertProblem(
        browser.get("/actuator/prometheus", "X-Forwarded-For", "10.0.0.1"), 404, "NOT_FOUND");
  }

  @Test
  void servesThePageFreshWithANonceAndItsAssetsForEver() {
    HttpResponse<String> page = browser.get("/join/aZ-_9", "Accept", "text/html");
    HttpResponse<String> again = browser.get("/", "Accept", "text/html");

    String nonce = nonce(page);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(page.body())
        .contains("content=\"" + nonce + "\"", "nonce=\"" + nonce + "\"")
        .doesNotContain("__CSP_NONCE__");
    assertThat(nonce(again)).isNotEqualTo(nonce);
    HttpResponse<String> asset = browser.get("/assets/app-1a2b3c.js");
    assertThat(asset.statusCode()).isEqualTo(200);
    assertThat(asset.headers().firstValue("Cache-Control").orElseThrow())
        .contains("immutable", "max-age=31536000");
    assertThat(browser.get("/robots.txt").headers().firstValue("Cache-Control"))
        .contains("no-cache");
    assertProblem(browser.get("/assets/gone.js", "Accept", "text/html"), 404, "NOT_FOUND");
  }

  @Test
  void describesExactlyWhatItAnswers() {
    Map<String, Map<String, Object>> paths =
        new Yaml()
            .<Map<String, Map<String, Map<String, Object>>>>load(
                browser.get("/api/docs/gateway").body())
            .get("paths");
    Set<String> described = new TreeSet<>();
    paths.forEach(
        (path, operations) ->
            operations
                .keySet()
                .forEach(verb -> described.add(verb.toUpperCase(ROOT) + " " + path)));
    Set<String> answered =
        new TreeSet<>(Set.of("GET /oauth2/authorization/github", "GET /login/oauth2/code/github"));
    gateway
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping ->
                mapping
                    .getMethodsCondition()
                    .getMethods()
                    .forEach(
                        verb ->
                            mapping
                                .getPatternsCondition()
                                .getPatterns()
                                .forEach(path -> answered.add(verb + " " + path))));

    assertThat(described).isEqualTo(answered);
  }

  private static String nonce(HttpResponse<String> page) {
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    return policy.replaceFirst(".*script-src 'self' 'nonce-([^']+)'.*", "$1");
  }

  private int handshakeStatus(String... headers) {
    Throwable refused = catchThrowable(() -> browser.open("/ws/rooms", headers));
    assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
    return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElseThrow();
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(json(response).get("code").asString()).isEqualTo(code);
    assertThat(json(response).get("status").asInt()).isEqualTo(status);
    assertThat(json(response).get("detail").asString()).isNotBlank();
  }

  private static Jwt relayed(HttpResponse<String> echoed) {
    return verify(json(echoed));
  }

  private static Jwt verify(JsonNode headers) {
    String bearer = headers.get("authorization").asString();
    assertThat(bearer).startsWith("Bearer ");
    return decoder(gateway).decode(bearer.substring(7)).block();
  }

  private static NimbusReactiveJwtDecoder decoder(RunningGateway issuer) {
    return NimbusReactiveJwtDecoder.withJwkSetUri(issuer.uri() + "/.well-known/jwks.json")
        .jwsAlgorithm(SignatureAlgorithm.ES256)
        .build();
  }

  /// What is published on the channel that closes live sockets.
  private static final class SignOutsHeard implements AutoCloseable {

    private final java.util.concurrent.BlockingQueue<String> messages =
        new java.util.concurrent.LinkedBlockingQueue<>();
    private final Disposable subscription;

    SignOutsHeard(RunningGateway gateway) {
      subscription =
          gateway
              .bean(ReactiveStringRedisTemplate.class)
              .listenToChannelLater("mockingbird:sign-outs")
              .block()
              .subscribe(message -> messages.add(message.getMessage()));
    }

    JsonNode next() {
      try {
        String message = messages.poll(5, TimeUnit.SECONDS);
        assertThat(message).as("a message within 5 s").isNotNull();
        return new JsonMapper().readTree(message);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      subscription.dispose();
    }
  }
}
