package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Scene.IVAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Live connections: who may open one, what passes, and how it ends.
@ExtendWith(Scene.Shared.class)
@Timeout(60)
class SocketsIT {

  private final Scene scene;
  private final Browser browser;

  SocketsIT(Scene scene) {
    this.scene = scene;
    this.browser = scene.browser();
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void refusesASocketFromAnotherOriginBeforeTheUpgrade() {
    browser.signIn(scene.gitHub(), IVAN, "/");

    assertThat(handshakeStatus("Origin", "https://evil.example")).isEqualTo(403);
    assertThat(handshakeStatus("Origin", scene.gateway().uri() + ".evil.example")).isEqualTo(403);
    assertThat(handshakeStatus("Origin", "null")).isEqualTo(403);
    assertThat(handshakeStatus()).isEqualTo(403);
  }

  @Test
  void refusesASocketOfSomebodyWhoIsNotSignedIn() {
    assertThat(handshakeStatus("Origin", scene.gateway().uri().toString())).isEqualTo(401);
  }

  @Test
  void proxiesASocketWithTheMintedTokenLargeFramesAndCloseCodes() throws Exception {
    browser.signIn(scene.gitHub(), IVAN, "/");
    Browser.Socket socket = browser.open("/ws/rooms", "Origin", scene.gateway().uri().toString());

    JsonNode headers = new JsonMapper().readTree(socket.frames.poll(5, TimeUnit.SECONDS));
    assertThat(headers.propertyNames()).doesNotContain("cookie");
    assertThat(scene.relayed(headers).getSubject()).isEqualTo("127.0.0.1:1002");
    String large = "字".repeat(80_000);
    socket.send(large);
    assertThat(socket.frames.poll(5, TimeUnit.SECONDS)).isEqualTo(large);
    socket.send("close 4403");
    assertThat(socket.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4403);
  }

  @Test
  void tellsABrowserToComeBackWhenTheServiceRestarts() throws Exception {
    browser.signIn(scene.gitHub(), IVAN, "/");
    Browser.Socket socket = browser.open("/ws/rooms", "Origin", scene.gateway().uri().toString());
    socket.frames.poll(5, TimeUnit.SECONDS);

    socket.send("close 1012");

    assertThat(socket.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1012);
  }

  @Test
  void tellsABrowserToComeBackWhenTheServiceIsGone() throws Exception {
    try (EchoService dying = new EchoService();
        RunningGateway other = scene.another("--mockingbird.live.url=" + dying.uri())) {
      browser.turnTo(other.uri());
      browser.signIn(scene.gitHub(), IVAN, "/");
      Browser.Socket open = browser.open("/ws/rooms", "Origin", other.uri().toString());
      open.frames.poll(5, TimeUnit.SECONDS);
      dying.close();
      assertThat(open.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1012);

      Browser.Socket late = browser.open("/ws/rooms", "Origin", other.uri().toString());
      assertThat(late.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1012);
    }
  }

  @Test
  void tellsABrowserToComeBackWhenTheGatewayItselfStopsAndDoesNotWaitForIt() throws Exception {
    RunningGateway other = scene.another("--spring.lifecycle.timeout-per-shutdown-phase=50s");
    browser.turnTo(other.uri());
    browser.signIn(scene.gitHub(), IVAN, "/");
    Browser.Socket socket = browser.open("/ws/rooms", "Origin", other.uri().toString());
    socket.frames.poll(5, TimeUnit.SECONDS);

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(other::close);

    assertThat(socket.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1012);
    assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void keepsASessionAliveWhileItsSocketIsOpenAndClosesTheSocketWithIt() throws Exception {
    try (RunningGateway brief = scene.another("--spring.session.timeout=2s")) {
      browser.turnTo(brief.uri());
      browser.signIn(scene.gitHub(), IVAN, "/");
      Browser.Socket socket = browser.open("/ws/rooms", "Origin", brief.uri().toString());
      long outlived = System.currentTimeMillis() + 2_500;

      // Only the socket touches it: the browser says nothing.
      await().atMost(Duration.ofSeconds(10)).until(() -> lastTouched(brief) > outlived);
      assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
      assertThat(socket.closed).isNotDone();

      browser.post("/api/sign-out", "");
      assertThat(socket.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4401);
    }
  }

  @Test
  void passesAWelcomeThatIsMuchLargerThanWhatABrowserMaySend() throws Exception {
    browser.signIn(scene.gitHub(), IVAN, "/");
    Browser.Socket socket = open();

    socket.send("say 1000000");

    assertThat(socket.frames.poll(10, TimeUnit.SECONDS)).hasSize(1_000_000);
  }

  @Test
  void closesASocketWhoseFrameIsTooLarge() throws Exception {
    browser.signIn(scene.gitHub(), IVAN, "/");

    Browser.Socket inOne = open();
    inOne.send("x".repeat(256 * 1024 + 1));
    assertThat(inOne.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1009);

    Browser.Socket inParts = open();
    for (int part = 0; part < 9; part++) {
      inParts.sendPart("x".repeat(32 * 1024));
    }
    assertThat(inParts.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1009);

    Browser.Socket fromService = open();
    fromService.send("say 6000000");
    assertThat(fromService.closed.get(15, TimeUnit.SECONDS)).isEqualTo(1009);
  }

  @Test
  void letsASocketBeQuietForLongerThanAServiceMayTakeToAnswer() throws Exception {
    try (RunningGateway other =
        scene.another(
            "--mockingbird.sockets.answered-within=1s", "--server.netty.idle-timeout=1s")) {
      browser.turnTo(other.uri());
      browser.signIn(scene.gitHub(), IVAN, "/");
      Browser.Socket socket = browser.open("/ws/rooms", "Origin", other.uri().toString());
      socket.frames.poll(5, TimeUnit.SECONDS);

      assertThat(socket.closed).failsWithin(Duration.ofMillis(2_500));

      socket.send("still here");
      assertThat(socket.frames.poll(5, TimeUnit.SECONDS)).isEqualTo("still here");
    }
  }

  private Browser.Socket open() throws InterruptedException {
    Browser.Socket socket = browser.open("/ws/rooms", "Origin", scene.gateway().uri().toString());
    assertThat(socket.frames.poll(5, TimeUnit.SECONDS)).contains("authorization");
    return socket;
  }

  private int handshakeStatus(String... headers) {
    Throwable refused = catchThrowable(() -> browser.open("/ws/rooms", headers));
    assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
    return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
  }

  @Test
  void keepsASocketWhenThePersonSignsInAgainInAnotherTab() {
    browser.signIn(scene.gitHub(), IVAN, "/");
    Browser.Socket socket = browser.open("/ws/rooms", "Origin", scene.gateway().uri().toString());

    browser.signIn(scene.gitHub(), IVAN, "/");
    long signedInAgain = lastTouched(scene.gateway());

    // Only the socket touches it from here on.
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> lastTouched(scene.gateway()) > signedInAgain + 500);
    assertThat(socket.closed).isNotDone();
  }

  private long lastTouched(RunningGateway of) {
    String session = "mockingbird:session:sessions:" + browser.cookie("mockingbird").orElseThrow();
    Object touched =
        of.bean(ReactiveStringRedisTemplate.class)
            .opsForHash()
            .get(session, "lastAccessedTime")
            .block();
    return Long.parseLong(String.valueOf(touched));
  }
}
