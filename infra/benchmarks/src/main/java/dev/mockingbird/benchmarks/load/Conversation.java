package dev.mockingbird.benchmarks.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A socket for a thread that says something and waits for the answer.
final class Conversation implements AutoCloseable, Socket.Ears {

  private static final String OPENED = "opened";
  private static final String CLOSED = "closed: ";

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final Generator generator;
  private final Socket socket;
  private final Duration patience;

  Conversation(Generator generator, Handshake handshake, Duration patience) {
    this.generator = generator;
    this.patience = patience;
    this.socket = new Socket(handshake, this);
    generator.connect(socket);
    await(OPENED);
  }

  void say(String text) {
    generator.execute(() -> socket.say(text));
  }

  /// Skips what does not contain the words.
  void await(String words) {
    long deadline = System.nanoTime() + patience.toNanos();
    String last = "nothing";
    while (true) {
      try {
        String frame = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (frame == null || frame.startsWith(CLOSED)) {
          throw new IllegalStateException(
              "waited for " + words + ", but " + (frame == null ? "heard last " + last : frame));
        }
        if (frame.contains(words)) {
          return;
        }
        last = frame;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void opened() {
    heard.add(OPENED);
  }

  @Override
  public void heard(ByteBuf text) {
    heard.add(text.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void closed(String why) {
    heard.add(CLOSED + why);
  }

  @Override
  public void close() {
    generator.execute(socket::cut);
  }
}
