package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.gateway.FakeGitHub.Person;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

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

  @Test
  void slowsDownWhoeverIsTooFastAndSaysForHowLong() {
    try (RunningGateway strict =
        scene.another(
            "--mockingbird.limits.person.burst=3", "--mockingbird.limits.person.per-second=1")) {
      browser.turnTo(strict.uri());
      browser.signIn(scene.gitHub(), new Person(1777, "hasty", "Hasty"), "/");
      HttpResponse<String> answer = browser.get("/api/me");
      for (int i = 0; i < 20 && answer.statusCode() == 200; i++) {
        answer = browser.get("/api/me");
      }

      assertProblem(answer, 429, "TOO_MANY_REQUESTS");
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }
  }
}
