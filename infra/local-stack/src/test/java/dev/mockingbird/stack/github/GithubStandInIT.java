package dev.mockingbird.stack.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GithubStandInIT {

  private static final String CALLBACK = "http://localhost:8080/login/oauth2/code/github";
  private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-long";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final HttpClient http = HttpClient.newHttpClient();
  private GithubStandIn github;

  @BeforeEach
  void start() throws Exception {
    var client = new GithubStandIn.Client("app", "app-secret", CALLBACK);
    github = GithubStandIn.start(0, client, now::get, new SecureRandom());
  }

  @AfterEach
  void stop() {
    github.close();
    http.close();
  }

  @Test
  void signsInWithPkceAndTellsWhoItIs() throws Exception {
    String token = token(exchange(code("chen"), VERIFIER, "app-secret"));

    assertThat(get("/user", token)).contains("\"id\":1003").contains("\"login\":\"chen\"");
    assertThat(get("/user/emails", token))
        .contains("chen@example.com")
        .contains("\"verified\":true");
    assertThat(get("/user/orgs", token)).isEqualTo("[]");
    assertThat(get("/user", "gho_demo_invented")).contains("Bad credentials");
  }

  @Test
  void handsTheStateBack() throws Exception {
    assertThat(location(Map.of("login", "mei", "state", "a b&c")))
        .startsWith(CALLBACK + "?code=")
        .endsWith("&state=a+b%26c");
  }

  @Test
  void refusesAWrongVerifier() throws Exception {
    assertThat(exchange(code("chen"), "another-verifier", "app-secret"))
        .contains("bad_verification_code");
  }

  @Test
  void refusesACodeThatWasUsedBefore() throws Exception {
    String code = code("chen");
    token(exchange(code, VERIFIER, "app-secret"));
    assertThat(exchange(code, VERIFIER, "app-secret")).contains("bad_verification_code");
  }

  @Test
  void refusesACodeAfterTenMinutes() throws Exception {
    String code = code("chen");
    now.set(now.get().plus(Duration.ofMinutes(11)));
    assertThat(exchange(code, VERIFIER, "app-secret")).contains("bad_verification_code");
  }

  @Test
  void refusesAWrongSecret() throws Exception {
    assertThat(exchange(code("chen"), VERIFIER, "guessed"))
        .contains("incorrect_client_credentials");
  }

  @Test
  void sendsNobodyToAnAddressThatIsNotTheApplications() throws Exception {
    assertThat(
            authorize(Map.of("login", "chen", "redirect_uri", "https://evil.example")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void refusesToStartWithoutPkce() throws Exception {
    assertThat(authorize(Map.of("login", "chen", "code_challenge", "")).statusCode())
        .isEqualTo(400);
    assertThat(authorize(Map.of("login", "chen", "code_challenge_method", "plain")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void showsAPageOfDemoPeopleThatRunsNoScript() throws Exception {
    HttpResponse<String> page = authorize(Map.of("state", "\"><script>alert(1)</script>"));

    assertThat(page.body())
        .contains(
            "Demo sign-in – not GitHub",
            "演示登录",
            "value=\"olivia\"",
            "value=\"ivan\"",
            "value=\"chen\"",
            "value=\"mei\"")
        .doesNotContain("<script");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'nonce-")
        .doesNotContain("unsafe");
  }

  private String code(String login) throws Exception {
    return location(Map.of("login", login)).replaceFirst(".*code=([^&]*).*", "$1");
  }

  private String location(Map<String, String> parameters) throws Exception {
    return authorize(parameters).headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> authorize(Map<String, String> changed) throws Exception {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("client_id", "app");
    parameters.put("redirect_uri", CALLBACK);
    parameters.put("code_challenge", Grants.challengeOf(VERIFIER));
    parameters.put("code_challenge_method", "S256");
    parameters.putAll(changed);
    URI uri = URI.create(github.url() + "/login/oauth/authorize?" + Query.format(parameters));
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private String exchange(String code, String verifier, String secret) throws Exception {
    Map<String, String> form =
        Map.of(
            "client_id",
            "app",
            "client_secret",
            secret,
            "code",
            code,
            "redirect_uri",
            CALLBACK,
            "code_verifier",
            verifier);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(github.url() + "/login/oauth/access_token"))
            .POST(BodyPublishers.ofString(Query.format(form)))
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  private static String token(String answer) {
    assertThat(answer).contains("access_token");
    return answer.replaceFirst(".*\"access_token\":\"([^\"]*)\".*", "$1");
  }

  private String get(String path, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(github.url() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }
}
