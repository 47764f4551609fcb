package dev.mockingbird.interview.story;

import static dev.mockingbird.interview.story.TwoInstances.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is let into a room, and what happens to sockets that are none.
@LocalStack
class DoorIT {

  private static final HttpClient HTTP = TwoInstances.HTTP;
  private static final String SITE = "http://mockingbird.test";

  private static TwoInstances on;
  private static String room;

  @BeforeAll
  static void start(RedisServer redis, @TempDir Path folder) throws Exception {
    on = new TwoInstances(redis, folder);
    room = on.liveInterview();
  }

  @AfterAll
  static void stop() {
    on.close();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,            http://mockingbird.test,     401",
        "Bearer abc,   http://mockingbird.test,     401",
        "Basic abc,    http://mockingbird.test,     401",
        "READ,         http://mockingbird.test,     403",
        "WRITE,        http://mockingbird.test:81,  403",
        "WRITE,        null,                        403",
        "WRITE,        HTTP://Mockingbird.test,     101",
        "bearer WRITE, -,                           101"
      })
  void asksForATokenThatMayWriteAndForOurOwnPages(String token, String origin, int status) {
    assertThat(handshake("/ws/rooms/" + room, token, origin)).isEqualTo(status);
  }

  private static int handshake(String path, String token, String origin) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    if (token != null) {
      builder.header("Authorization", header(token));
    }
    if (origin != null) {
      builder.header("Origin", origin);
    }
    try {
      builder
          .buildAsync(URI.create("ws://127.0.0.1:" + on.first.livePort() + path), nobody())
          .join()
          .abort();
      return 101;
    } catch (CompletionException e) {
      assertThat(e.getCause()).isInstanceOf(java.net.http.WebSocketHandshakeException.class);
      return ((java.net.http.WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }
  }

  private static String header(String token) {
    return switch (token) {
      case "READ" -> "Bearer " + on.gateway.readOnlyToken("demo:1003", "Chen");
      case "WRITE" -> "Bearer " + on.chen;
      case "bearer WRITE" -> "bearer " + on.chen;
      default -> token;
    };
  }

  private static WebSocket.Listener nobody() {
    return new WebSocket.Listener() {};
  }

  @ParameterizedTest
  @CsvSource({
    "/ws/rooms/x, 400, NO_WEBSOCKET",
    "/ws/rooms/, 404, NOT_FOUND",
    "/ws/rooms/x/y, 404, NOT_FOUND",
    "/actuator/health, 404, NOT_FOUND"
  })
  void tellsARequestThatOpensNoSocketWhy(String path, int status, String code) throws Exception {
    HttpResponse<String> response =
        HTTP.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + on.first.livePort() + path))
                .header("Authorization", "Bearer " + on.chen)
                .header("Origin", SITE)
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(response).get("code").asString()).isEqualTo(code);
  }

  @Test
  void closesASocketThatSendsNoText() {
    try (Page page = on.open(on.first, room, on.chen)) {
      page.sendBytes(ByteBuffer.wrap(new byte[] {1, 2, 3}));
      assertThat(page.awaitClose()).isEqualTo(1003);
    }
  }

  @Test
  void closesASocketThatSaysSomethingElseThanHelloFirst() {
    try (Page page = on.open(on.first, room, on.chen)) {
      assertThat(page.say("{'type':'ping'}").awaitClose()).isEqualTo(4408);
    }
  }

  @Test
  void closesASocketWhoseTextIsNotUtf8OrNoMessage() throws IOException {
    assertThat(closeCodeAfter(0x81, (byte) '{', (byte) 0xC3, (byte) '}')).isEqualTo(4400);
    assertThat(closeCodeAfter(0x81, (byte) '{', (byte) '}')).isEqualTo(4400);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "9007199254740992", "9223372036854775807"})
  void closesASocketWhoseCommandHasNoProperNumber(long n) {
    try (Page page = on.open(on.first, room, on.chen).hello("numbers")) {
      page.await("welcome");
      page.say("{'type':'post-chat','n':" + n + ",'text':'hi'}");
      assertThat(page.awaitClose()).isEqualTo(4400);
    }
  }

  @Test
  void closesASocketThatBreaksTheProtocol() throws IOException {
    assertThat(closeCodeAfter(0xC1, (byte) '{', (byte) '}')).isEqualTo(1002);
  }

  /// @param head the frame's first byte
  private static int closeCodeAfter(int head, byte... payload) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), on.first.livePort())) {
      socket.setSoTimeout(10_000);
      RawHandshake.send(socket, room, on.chen);
      byte[] frame = new byte[payload.length + 6];
      frame[0] = (byte) head;
      frame[1] = (byte) (0x80 | payload.length);
      System.arraycopy(payload, 0, frame, 6, payload.length);
      socket.getOutputStream().write(frame);
      byte[] close = socket.getInputStream().readNBytes(4);
      assertThat(close[0])
          .as(new String(close, StandardCharsets.ISO_8859_1))
          .isEqualTo((byte) 0x88);
      return (close[2] & 0xFF) << 8 | close[3] & 0xFF;
    }
  }
}
