package dev.mockingbird.interview.story;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A person's open page: a bare WebSocket that remembers every frame.
final class Page implements AutoCloseable, WebSocket.Listener {

  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;
  private volatile int closeCode;

  static Page open(HttpClient http, Instance instance, String room, String token) {
    return new Page(http, instance, room, token);
  }

  private Page(HttpClient http, Instance instance, String room, String token) {
    socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .header("Origin", "http://mockingbird.test")
            .buildAsync(
                URI.create("ws://127.0.0.1:" + instance.livePort() + "/ws/rooms/" + room), this)
            .join();
  }

  Page hello(String client) {
    return say("{'type':'hello','client':'" + client + "'}");
  }

  Page resume(String client, JsonNode position) {
    ObjectNode hello = JSON.createObjectNode().put("type", "hello").put("client", client);
    hello.set("position", position);
    return say(hello.toString());
  }

  /// @param json with single quotes for double ones
  Page say(String json) {
    socket.sendText(json.replace('\'', '"'), true).join();
    return this;
  }

  void sendBytes(ByteBuffer bytes) {
    socket.sendBinary(bytes, true).join();
  }

  /// For a page that may be closed any moment.
  void sayIfOpen(String json) {
    if (closeCode == 0 && !socket.isOutputClosed()) {
      socket.sendText(json.replace('\'', '"'), true).exceptionally(_ -> socket).join();
    }
  }

  JsonNode await(String type) {
    return await(frame -> is(frame, type), type);
  }

  JsonNode acknowledged(long n) {
    return await(
        frame -> is(frame, "acknowledged") && frame.get("n").asLong() == n, "acknowledged " + n);
  }

  JsonNode refused(long n) {
    return await(frame -> is(frame, "refused") && frame.get("n").asLong() == n, "refused " + n);
  }

  JsonNode await(Predicate<JsonNode> wanted, String what) {
    org.awaitility.Awaitility.await(what)
        .atMost(LIMIT)
        .until(() -> frames.stream().anyMatch(wanted) || closeCode != 0);
    return frames.stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no " + what + "; closed " + closeCode + ": " + frames));
  }

  int awaitClose() {
    org.awaitility.Awaitility.await("close").atMost(LIMIT).until(() -> closeCode != 0);
    return closeCode;
  }

  Optional<JsonNode> last(String type) {
    return frames.stream().filter(frame -> is(frame, type)).reduce((a, b) -> b);
  }

  List<JsonNode> frames() {
    return List.copyOf(frames);
  }

  Stream<JsonNode> all(String type) {
    return frames.stream().filter(frame -> is(frame, type));
  }

  /// Everything this page was ever told.
  String everything() {
    return frames.toString();
  }

  private static boolean is(JsonNode frame, String type) {
    return frame.get("type").asString().equals(type);
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      frames.add(JSON.readTree(partial.toString()));
      partial.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closeCode = statusCode;
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closeCode = 1006;
  }

  /// Cuts the line without a word.
  void cut() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
