package dev.mockingbird.faults;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A page's line to its room: another socket whenever one is lost, with backoff and jitter, but not
/// after a code that says "not again". A socket on which nothing is heard for five seconds after
/// something was said is given up. All state belongs to one event loop.
final class Line {

  private static final int LOST = 1006;
  private static final int NOT_AGAIN = 4400;
  private static final long SILENCE_SECONDS = 5;
  private static final int PING_SECONDS = 20;
  private static final int BACK_OFF_FROM = 200;
  private static final int BACK_OFF_TO = 2_000;

  /// Where a page connects, and as whom.
  ///
  /// @param addresses tried in turn, beginning with the first
  record Door(List<URI> addresses, Supplier<Map<String, String>> headers) {}

  interface Listener {
    void opened();

    void received(String frame);

    /// @param forGood the code forbids another socket
    void lost(int code, boolean forGood);
  }

  private final Network network;
  private final EventLoop loop;
  private final Door door;
  private final Random random;
  private final Listener listener;
  private @Nullable Channel channel;
  private @Nullable Future<?> silence;
  private boolean stopped;
  private int attempt;
  private int turn;
  private long openings;
  private volatile boolean greeted;
  private volatile long cuts;

  Line(Network network, EventLoop loop, Door door, Random random, Listener listener) {
    this.network = network;
    this.loop = loop;
    this.door = door;
    this.random = random;
    this.listener = listener;
  }

  void start() {
    loop.execute(this::connect);
    loop.scheduleAtFixedRate(
        () -> {
          if (greeted && !stopped) {
            say("{\"type\":\"ping\"}");
          }
        },
        random.nextInt(1_000 * PING_SECONDS),
        1_000L * PING_SECONDS,
        TimeUnit.MILLISECONDS);
  }

  void stop() {
    stopped = true;
    drop();
  }

  /// Takes nothing more off the socket, which stays as it is.
  void stopReading() {
    stopped = true;
    heard();
    if (channel != null) {
      channel.config().setAutoRead(false);
    }
  }

  /// The service has answered the hello.
  void greeted() {
    attempt = 0;
    greeted = true;
  }

  boolean isGreeted() {
    return greeted;
  }

  /// How often a socket was lost.
  long cuts() {
    return cuts;
  }

  void say(String frame) {
    if (channel != null && !stopped) {
      channel.writeAndFlush(new TextWebSocketFrame(frame));
      expectAnswer();
    }
  }

  /// As if the socket had broken.
  void giveUp() {
    lost(LOST);
  }

  private void connect() {
    if (stopped) {
      return;
    }
    URI address = door.addresses().get(turn++ % door.addresses().size());
    openings++;
    channel = network.open(loop, address, door.headers().get(), new Opening(openings));
  }

  /// Events of a socket that was given up already are not for us.
  private final class Opening implements Network.Listener {
    private final long number;

    Opening(long number) {
      this.number = number;
    }

    @Override
    public void opened(Channel opened) {
      if (number == openings) {
        channel = opened;
        listener.opened();
      }
    }

    @Override
    public void text(Channel from, String frame) {
      if (number == openings) {
        heard();
        listener.received(frame);
      }
    }

    @Override
    public void closed(@Nullable Channel closed, int code) {
      if (number == openings) {
        lost(code);
      }
    }
  }

  private void lost(int code) {
    drop();
    cuts++;
    boolean forGood = code >= NOT_AGAIN;
    stopped |= forGood;
    listener.lost(code, forGood);
    if (!stopped) {
      int ceiling = Math.min(BACK_OFF_TO, BACK_OFF_FROM << Math.min(attempt++, 10));
      loop.schedule(
          this::connect, ceiling / 2 + random.nextInt(ceiling / 2), TimeUnit.MILLISECONDS);
    }
  }

  private void drop() {
    heard();
    openings++;
    greeted = false;
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }

  private void expectAnswer() {
    if (silence == null) {
      silence =
          loop.schedule(
              () -> {
                silence = null;
                lost(LOST);
              },
              SILENCE_SECONDS,
              TimeUnit.SECONDS);
    }
  }

  private void heard() {
    if (silence != null) {
      silence.cancel(false);
      silence = null;
    }
  }
}
