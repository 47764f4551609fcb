package dev.mockingbird.demo;

import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A person's page in a room: keeps what is not acknowledged, connects again when the line is cut,
/// and sends it once more under the same number.
public final class RoomPage implements AutoCloseable {

  private static final Duration QUIET_BEFORE_RECONNECT = Duration.ofMillis(500);

  private final Person person;
  private final String path;
  private final String client = "demo-" + UUID.randomUUID();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Map<Long, ObjectNode> unacknowledged = new LinkedHashMap<>();
  private @Nullable WebSocket socket;
  private @Nullable String failure;
  private boolean greeted;
  private long n;

  public RoomPage(Person person, String interview) {
    this.person = person;
    this.path = "/ws/rooms/" + interview;
    connect();
  }

  /// Sends a command and waits until it is durable.
  public void command(String type, Map<String, ?> fields) {
    lock.lock();
    try {
      ObjectNode command = Person.JSON.createObjectNode().put("type", type).put("n", ++n);
      command.setAll((ObjectNode) Person.JSON.<ObjectNode>valueToTree(fields));
      unacknowledged.put(n, command);
      send(command);
      long sent = n;
      await(() -> !unacknowledged.containsKey(sent), type + " was not acknowledged");
    } finally {
      lock.unlock();
    }
  }

  private void await(BooleanSupplier done, String otherwise) {
    Instant until = Instant.now().plus(Person.PATIENCE);
    while (!done.getAsBoolean()) {
      if (failure != null) {
        throw new StepFailedException(failure);
      }
      if (Instant.now().isAfter(until)) {
        throw new StepFailedException(otherwise + " within " + Person.PATIENCE.toSeconds() + " s");
      }
      try {
        news.awaitNanos(QUIET_BEFORE_RECONNECT.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StepFailedException("interrupted");
      }
      if (socket == null) {
        connect();
      }
    }
  }

  private void connect() {
    lock.lock();
    try {
      WebSocket.Builder builder =
          person
              .http()
              .newWebSocketBuilder()
              .connectTimeout(Duration.ofSeconds(5))
              .header("Origin", person.origin());
      person.bearer().ifPresent(it -> builder.header("Authorization", it));
      greeted = false;
      socket =
          builder
              .buildAsync(person.socket(path), new Listener())
              .orTimeout(10, TimeUnit.SECONDS)
              .join();
      socket.sendText("{\"type\":\"hello\",\"client\":\"" + client + "\"}", true).join();
    } catch (CompletionException e) {
      socket = null;
    } finally {
      lock.unlock();
    }
  }

  private void send(ObjectNode command) {
    if (socket != null && greeted) {
      socket.sendText(command.toString(), true);
    }
  }

  private void received(JsonNode frame) {
    lock.lock();
    try {
      String type = frame.path("type").asString();
      switch (type) {
        case "welcome" -> {
          if (!greeted) {
            greeted = true;
            unacknowledged.values().forEach(this::send);
          }
        }
        case "acknowledged" -> unacknowledged.remove(frame.path("n").asLong());
        case "refused" ->
            failure =
                "refused "
                    + unacknowledged.get(frame.path("n").asLong())
                    + ": "
                    + frame.path("code").asString()
                    + " "
                    + frame.path("message").asString();
        default -> {
          // The demo follows its own commands; what the others do it reads in the report.
        }
      }
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void closed(WebSocket which, int code, String reason) {
    lock.lock();
    try {
      if (socket != which) {
        return;
      }
      socket = null;
      if (code >= 4400 && code < 4500) {
        failure = "the room closed the line: " + code + " " + reason;
      }
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    WebSocket open = socket;
    if (open != null) {
      open.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        received(Person.JSON.readTree(partial.toString()));
        partial.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
      closed(webSocket, code, reason);
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      closed(webSocket, 1006, error.toString());
    }
  }
}
