package dev.mockingbird.interview.live;

import dev.mockingbird.events.PersonId;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// One socket: a bounded queue that a thread of its own writes out, so that nobody waits for a slow
/// reader. Sending never blocks.
final class Connection {

  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  /// What may wait while the reader does not keep up. One frame may be longer: a welcome carries a
  /// whole room.
  private static final int QUEUE_LIMIT_CHARS = 1024 * 1024;

  private static final String WAKE = "";

  private final WebSocketSession session;
  private final PersonId person;
  private final String signIn;
  private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicReference<@Nullable CloseCode> closing = new AtomicReference<>();

  /// What the viewer's page is known to be at; guarded by the room's lock.
  long shown;

  /// @param signIn handle of the session or token the person came with
  Connection(WebSocketSession session, PersonId person, String signIn) {
    this.session = session;
    this.person = person;
    this.signIn = signIn;
    Thread.ofVirtual().name("socket-" + session.getId()).start(this::write);
  }

  PersonId person() {
    return person;
  }

  String signIn() {
    return signIn;
  }

  void send(ServerMessage message) {
    sendText(Wire.write(message));
  }

  /// @param frame an encoded [ServerMessage]
  void sendText(String frame) {
    if (closing.get() != null) {
      return;
    }
    if (queued.getAndAdd(frame.length()) > QUEUE_LIMIT_CHARS) {
      close(CloseCode.TOO_SLOW);
    } else {
      queue.add(frame);
    }
  }

  /// Closes after what was already sent; the first reason counts.
  void close(CloseCode code) {
    if (closing.compareAndSet(null, code)) {
      queue.add(WAKE);
    }
  }

  private void write() {
    try {
      while (session.isOpen()) {
        String frame = queue.take();
        if (frame.equals(WAKE)) {
          break;
        }
        session.sendMessage(new TextMessage(frame));
        queued.addAndGet(-frame.length());
      }
      CloseCode code = closing.get();
      if (code != null && session.isOpen()) {
        session.close(code.status());
      }
    } catch (IOException | IllegalStateException e) {
      log.debug("Socket {} is gone: {}", session.getId(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The socket is closed: lets the writing thread end.
  void ended() {
    closing.compareAndSet(null, CloseCode.RESTARTING);
    queue.add(WAKE);
  }
}
