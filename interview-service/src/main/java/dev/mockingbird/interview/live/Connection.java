package dev.mockingbird.interview.live;

import dev.mockingbird.events.PersonId;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What one socket is sent, in the order of sending, whatever thread that is on. It never blocks:
/// frames gather until the socket's thread has finished what it is at, and go out in one write.
final class Connection {

  /// What may wait while the reader does not keep up, in bytes. One frame may be longer: a welcome
  /// carries a whole room.
  private static final long QUEUE_LIMIT = 1024 * 1024;

  /// What a page that catches up is sent before it has read any of it: the channel is then not
  /// writable.
  static final WriteBufferWaterMark BEHIND = new WriteBufferWaterMark(64 * 1024, 256 * 1024);

  /// How long the other end may take to answer a close frame.
  private static final long CLOSE_SECONDS = 2;

  private final Channel channel;
  private final PersonId person;
  private final String signIn;
  private final Queue<String> gathered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger gatheredUnits = new AtomicInteger();
  private final AtomicBoolean writing = new AtomicBoolean();
  private final AtomicReference<@Nullable CloseCode> closing = new AtomicReference<>();
  private final AtomicReference<@Nullable Runnable> onceItKeepsUp = new AtomicReference<>();

  /// Nothing comes after a close frame; used on the socket's thread alone.
  private boolean closeFrameWritten;

  /// What the viewer's page is known to be at; used within the room's turns alone.
  long shown;

  /// The last presence frame it was sent; used within the room's turns alone.
  String presence = "";

  /// @param signIn handle of the session or token the person came with
  Connection(Channel channel, PersonId person, String signIn) {
    this.channel = channel;
    this.person = person;
    this.signIn = signIn;
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
    if (isClosing()) {
      return;
    }
    if (gatheredUnits.get() + unsent(channel) > QUEUE_LIMIT) {
      close(CloseCode.TOO_SLOW);
      return;
    }
    gatheredUnits.addAndGet(frame.length());
    gathered.add(frame);
    if (writing.compareAndSet(false, true)) {
      channel.eventLoop().execute(this::write);
    }
  }

  private void write() {
    writing.set(false);
    if (closeFrameWritten) {
      gathered.clear();
      return;
    }
    try {
      String frame = gathered.poll();
      while (frame != null) {
        gatheredUnits.addAndGet(-frame.length());
        channel.write(text(frame)).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        frame = gathered.poll();
      }
      channel.flush();
    } catch (RuntimeException | OutOfMemoryError e) {
      channel.close(); // rather than leaving a frame out
    }
    lookWhetherItKeepsUp();
  }

  private TextWebSocketFrame text(String frame) {
    int bytes = ByteBufUtil.utf8Bytes(frame);
    ByteBuf encoded = channel.alloc().buffer(bytes);
    ByteBufUtil.reserveAndWriteUtf8(encoded, frame, bytes);
    return new TextWebSocketFrame(encoded);
  }

  /// Bytes that the network has not taken yet.
  static long unsent(Channel channel) {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }

  /// Whether more is waiting than a page that catches up is sent at once.
  boolean isBehind() {
    return !channel.isWritable() || gatheredUnits.get() > BEHIND.high();
  }

  /// @param next run once the reader has taken enough of what waits; never when it does not
  void onceItKeepsUp(Runnable next) {
    onceItKeepsUp.set(next);
    channel.eventLoop().execute(this::lookWhetherItKeepsUp);
  }

  void lookWhetherItKeepsUp() {
    if (onceItKeepsUp.get() != null && !isBehind()) {
      Runnable next = onceItKeepsUp.getAndSet(null);
      if (next != null) {
        next.run();
      }
    }
  }

  /// @param few looked at on the socket's thread: whether its frames are read
  void readWhile(BooleanSupplier few) {
    channel.eventLoop().execute(() -> channel.config().setAutoRead(few.getAsBoolean()));
  }

  boolean isClosing() {
    return closing.get() != null;
  }

  /// Closes after what was already sent; the first reason counts. Whoever does not read it, or does
  /// not answer, is cut off.
  void close(CloseCode code) {
    if (closing.compareAndSet(null, code)) {
      channel.eventLoop().execute(() -> closeNow(code));
    }
  }

  private void closeNow(CloseCode code) {
    if (code == CloseCode.TOO_SLOW) {
      gathered.clear();
    }
    write();
    closeWith(new CloseWebSocketFrame(code.status()));
    channel.eventLoop().schedule(() -> channel.close(), CLOSE_SECONDS, TimeUnit.SECONDS);
  }

  /// The other end closes, or answers our close frame. On the socket's thread.
  void closedByPeer(CloseWebSocketFrame frame) {
    closing.compareAndSet(null, CloseCode.RESTARTING);
    closeWith(frame.retain()).addListener(ChannelFutureListener.CLOSE);
  }

  private ChannelFuture closeWith(CloseWebSocketFrame frame) {
    if (closeFrameWritten) {
      frame.release();
      return channel.newSucceededFuture();
    }
    closeFrameWritten = true;
    return channel.writeAndFlush(frame);
  }

  ChannelFuture closed() {
    return channel.closeFuture();
  }

  /// The socket is closed: nothing more is sent.
  void ended() {
    closing.compareAndSet(null, CloseCode.RESTARTING);
    gathered.clear();
    onceItKeepsUp.set(null);
  }
}
