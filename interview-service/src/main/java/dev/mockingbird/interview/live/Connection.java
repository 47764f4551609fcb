package dev.mockingbird.interview.live;

import dev.mockingbird.events.PersonId;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.WsSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/// One socket: a bounded queue of frames, of which one is being written. Sending never blocks and
/// costs no thread: whoever sends writes what the network takes at once, and the end of a write
/// that it did not take begins the next one.
final class Connection {

  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  /// What may wait while the reader does not keep up. One frame may be longer: a welcome carries a
  /// whole room.
  private static final int QUEUE_LIMIT_CHARS = 1024 * 1024;

  /// What a page that catches up is sent before it has read any of it.
  private static final int BEHIND_CHARS = QUEUE_LIMIT_CHARS / 4;

  /// How long one frame may take; a reader that takes longer has stopped.
  private static final int WRITE_MILLIS = 20_000;

  /// How long the close frame of a socket may take that is not being read.
  private static final long CLOSE_MILLIS = 2_000;

  private static final int CALLING = 0;
  private static final int RETURNED = 1;
  private static final int WRITTEN = 2;

  private final WebSocketSession session;
  private final Session bare;
  private final RemoteEndpoint.Async remote;
  private final PersonId person;
  private final String signIn;
  private final Queue<String> queue = new ArrayDeque<>(2);
  private int queued;
  private boolean writing;
  private volatile @Nullable CloseCode closing;
  private final AtomicBoolean sessionClosed = new AtomicBoolean();
  private @Nullable Runnable onceItKeepsUp;

  /// What the viewer's page is known to be at; used within the room's turns alone.
  long shown;

  /// The last presence frame it was sent; used within the room's turns alone.
  String presence = "";

  /// @param signIn handle of the session or token the person came with
  Connection(WebSocketSession session, PersonId person, String signIn) {
    this.session = session;
    this.person = person;
    this.signIn = signIn;
    Session bare = ((NativeWebSocketSession) session).getNativeSession(Session.class);
    if (bare == null) {
      throw new IllegalStateException("The container has sockets of its own kind");
    }
    this.bare = bare;
    this.remote = bare.getAsyncRemote();
    remote.setSendTimeout(WRITE_MILLIS);
    bare.getUserProperties().put(Constants.SESSION_CLOSE_TIMEOUT_PROPERTY, CLOSE_MILLIS);
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
    boolean tooSlow;
    synchronized (this) {
      if (closing != null) {
        return;
      }
      tooSlow = queued > QUEUE_LIMIT_CHARS;
      if (!tooSlow) {
        queue.add(frame);
        queued += frame.length();
        if (writing) {
          return;
        }
        writing = true;
      }
    }
    if (tooSlow) {
      close(CloseCode.TOO_SLOW);
    } else {
      writeOut();
    }
  }

  /// Whoever set `writing` writes what is queued, frame by frame.
  private void writeOut() {
    String frame = next();
    while (frame != null) {
      if (!isWritten(frame)) {
        return;
      }
      frame = next();
    }
  }

  private @Nullable String next() {
    synchronized (this) {
      String frame = queue.poll();
      if (frame != null) {
        return frame;
      }
      if (closing == null) {
        writing = false;
        return null;
      }
    }
    closeSession();
    return null;
  }

  /// @return false when the network did not take it at once: then its end goes on with the next
  private boolean isWritten(String frame) {
    AtomicInteger phase = new AtomicInteger(CALLING);
    try {
      remote.sendText(
          frame,
          result -> {
            written(frame.length(), result.isOK());
            if (!phase.compareAndSet(CALLING, WRITTEN)) {
              writeOut();
            }
          });
    } catch (IllegalStateException | IllegalArgumentException e) {
      log.debug("Socket {} is gone: {}", session.getId(), e.toString());
      written(frame.length(), false);
      return true;
    }
    return !phase.compareAndSet(CALLING, RETURNED);
  }

  private void written(int length, boolean ok) {
    Runnable keepsUp = null;
    synchronized (this) {
      queued -= length;
      if (!ok) {
        closing = closing == null ? CloseCode.TOO_SLOW : closing;
        queue.clear();
      } else if (queued <= BEHIND_CHARS) {
        keepsUp = onceItKeepsUp;
        onceItKeepsUp = null;
      }
    }
    if (keepsUp != null) {
      keepsUp.run();
    }
  }

  /// Whether more is waiting than a page that catches up is sent at once.
  synchronized boolean isBehind() {
    return queued > BEHIND_CHARS;
  }

  /// @param next run once the reader has taken enough of what waits; never when it does not
  void onceItKeepsUp(Runnable next) {
    synchronized (this) {
      if (isBehind()) {
        onceItKeepsUp = next;
        return;
      }
    }
    next.run();
  }

  synchronized boolean isClosing() {
    return closing != null;
  }

  /// Closes after what was already sent, or at once when that is not being read; the first reason
  /// counts.
  void close(CloseCode code) {
    synchronized (this) {
      if (closing != null) {
        return;
      }
      closing = code;
      if (code == CloseCode.TOO_SLOW) {
        queue.clear();
      } else if (writing) {
        return;
      }
      writing = true;
    }
    closeSession();
  }

  /// On a thread of its own: the container waits for a moment until it can say why.
  private void closeSession() {
    CloseCode code = closing;
    if (code != null && sessionClosed.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("close-" + session.getId())
          .start(
              () -> {
                try {
                  if (code == CloseCode.TOO_SLOW && bare instanceof WsSession unread) {
                    cutOff(unread, code.status());
                  } else {
                    session.close(code.status());
                  }
                } catch (IOException | IllegalStateException e) {
                  log.debug("Socket {} is gone: {}", session.getId(), e.toString());
                }
              });
    }
  }

  /// Does not wait for an answer to the close frame, which whoever does not read never gives.
  private static void cutOff(WsSession unread, CloseStatus status) {
    CloseReason reason =
        new CloseReason(
            CloseReason.CloseCodes.getCloseCode(status.getCode()),
            String.valueOf(status.getReason()));
    unread.doClose(reason, reason, true);
  }

  /// The socket is closed: nothing more is sent.
  void ended() {
    synchronized (this) {
      closing = closing == null ? CloseCode.RESTARTING : closing;
      queue.clear();
      onceItKeepsUp = null;
    }
  }
}
