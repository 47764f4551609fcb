package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Answers.assertProblem;
import static dev.mockingbird.gateway.Scene.IVAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.gateway.FakeGitHub.Person;
import java.net.http.HttpResponse;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How fast is too fast.
@ExtendWith(Scene.Shared.class)
@Timeout(60)
class LimitsIT {

  private final Scene scene;
  private final Browser browser;

  LimitsIT(Scene scene) {
    this.scene = scene;
    this.browser = scene.browser();
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me", "/%61pi/me"})
  void slowsDownWhoeverIsTooFastAndSaysForHowLong(String path) {
    try (RunningGateway strict =
        scene.another(
            "--mockingbird.limits.person.burst=3", "--mockingbird.limits.person.per-second=1")) {
      browser.turnTo(strict.uri());
      browser.signIn(scene.gitHub(), new Person(1777, "hasty", "Hasty"), "/");

      HttpResponse<String> answer = untilRefused(() -> browser.get(path));

      assertProblem(answer, 429, "TOO_MANY_REQUESTS");
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }
  }

  @Test
  void countsSignInsByAddressAndBelievesOnlyAProxyOfOurs() {
    String burst = "--mockingbird.limits.sign-in.burst=3";
    String slow = "--mockingbird.limits.sign-in.per-second=1";
    try (RunningGateway direct = scene.another(burst, slow);
        RunningGateway proxied =
            scene.another(burst, slow, "--mockingbird.limits.trusted-proxies=1")) {
      browser.turnTo(direct.uri());
      assertThat(untilRefused(() -> begin("192.0.2." + anyByte())).statusCode())
          .as("an address that anybody may claim")
          .isEqualTo(429);

      browser.turnTo(proxied.uri());
      String here = "10.9.8." + anyByte();
      assertThat(untilRefused(() -> begin("192.0.2." + anyByte() + ", " + here)).statusCode())
          .as("the last one is our proxy's word")
          .isEqualTo(429);
      assertThat(begin(here + ", 192.0.2.7").statusCode()).as("somebody else").isEqualTo(302);

      untilRefused(() -> begin("2001:db8:1:2:" + Integer.toHexString(anyByte()) + "::1"));
      assertThat(begin("2001:db8:1:2:ffff::9").statusCode()).as("the same line").isEqualTo(429);
      assertThat(begin("2001:db8:1:3::1").statusCode()).as("another line").isEqualTo(302);
    }
  }

  @Test
  void letsNoBodyThroughThatIsTooLargeWhetherItSaysSoOrNot() {
    try (RunningGateway strict = scene.another("--mockingbird.limits.body=100KB")) {
      browser.turnTo(strict.uri());
      browser.signIn(scene.gitHub(), IVAN, "/");
      String fits = "\"" + "x".repeat(100 * 1024 - 2) + "\"";

      assertThat(browser.post("/api/interviews", fits).statusCode()).isEqualTo(200);
      assertThat(browser.postChunked("/api/interviews", fits).statusCode()).isEqualTo(200);
      assertProblem(browser.post("/api/interviews", fits + " "), 413, "CONTENT_TOO_LARGE");
      assertProblem(browser.postChunked("/api/interviews", fits + " "), 413, "CONTENT_TOO_LARGE");
    }
  }

  private HttpResponse<String> begin(String forwardedFor) {
    return browser.get("/oauth2/authorization/github", "X-Forwarded-For", forwardedFor);
  }

  private static int anyByte() {
    return ThreadLocalRandom.current().nextInt(1, 255);
  }

  private static HttpResponse<String> untilRefused(Supplier<HttpResponse<String>> request) {
    HttpResponse<String> answer = request.get();
    for (int i = 0; i < 20 && answer.statusCode() < 400; i++) {
      answer = request.get();
    }
    return answer;
  }
}
