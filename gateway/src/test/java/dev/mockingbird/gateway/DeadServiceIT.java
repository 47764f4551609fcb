package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Answers.assertProblem;
import static dev.mockingbird.gateway.Scene.IVAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.gateway.DyingService.Manner;
import dev.mockingbird.stack.Ports;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever a service does that dies or is not there yet, a browser is told to come back, and soon.
@ExtendWith(Scene.Shared.class)
@Timeout(60)
class DeadServiceIT {

  private static final int SOON = 8;

  private static DyingService service;
  private static RunningGateway gateway;
  private final Scene scene;
  private Browser browser;

  DeadServiceIT(Scene scene) {
    this.scene = scene;
  }

  @BeforeAll
  static void start(Scene scene) {
    service = new DyingService();
    gateway =
        scene.another(
            "--mockingbird.interview.url=" + service.uri(),
            "--mockingbird.live.url=" + service.uri(),
            "--mockingbird.scoring.url=http://127.0.0.1:" + Ports.free(),
            "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=2s");
  }

  @AfterAll
  static void stop() {
    gateway.close();
    service.close();
  }

  @BeforeEach
  void signIn() {
    browser = new Browser(gateway.uri());
    browser.signIn(scene.gitHub(), IVAN, "/");
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @ParameterizedTest
  @EnumSource
  void tellsAPageToComeBack(Manner manner) throws Exception {
    service.behaves(manner);

    Browser.Socket socket = browser.open("/ws/rooms", "Origin", gateway.uri().toString());

    assertThat(socket.closed.get(SOON, TimeUnit.SECONDS)).isEqualTo(1012);
  }

  @Test
  void tellsAPageToComeBackWhenNobodyListens() throws Exception {
    try (RunningGateway alone =
        scene.another("--mockingbird.live.url=http://127.0.0.1:" + Ports.free())) {
      browser.turnTo(alone.uri());

      Browser.Socket socket = browser.open("/ws/rooms", "Origin", alone.uri().toString());

      assertThat(socket.closed.get(SOON, TimeUnit.SECONDS)).isEqualTo(1012);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SILENT, 504, SERVICE_TIMEOUT",
    "CLOSES_AT_ONCE, 503, SERVICE_UNAVAILABLE",
    "CLOSES_AFTER_THE_REQUEST, 503, SERVICE_UNAVAILABLE",
    "RESETS_AFTER_THE_REQUEST, 503, SERVICE_UNAVAILABLE",
    "CLOSES_WITHIN_THE_ANSWER, 503, SERVICE_UNAVAILABLE"
  })
  void answersARequestWithTheNameOfTheService(Manner manner, int status, String code) {
    service.behaves(manner);

    var answer = browser.post("/api/interviews", "{}");

    assertProblem(answer, status, code);
    assertThat(Browser.json(answer).get("service").asString()).isEqualTo("interview-service");
  }

  @Test
  void answersARequestWhenNobodyListens() {
    var answer = browser.get("/api/reports/1");

    assertProblem(answer, 503, "SERVICE_UNAVAILABLE");
    assertThat(Browser.json(answer).get("service").asString()).isEqualTo("scoring-service");
  }
}
