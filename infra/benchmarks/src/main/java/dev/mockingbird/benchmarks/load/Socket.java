package dev.mockingbird.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// One WebSocket of the generator. All of it happens on the generator's event loop.
public final class Socket extends ByteToMessageDecoder implements FrameReader.Sink {

  /// Who the socket is for.
  public interface Ears {
    void opened();

    /// @param text valid during the call only
    void heard(ByteBuf text);

    /// Once, also when the socket never opened.
    void closed(String why);
  }

  private static final ByteBuf END_OF_HEAD =
      Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("\r\n\r\n", StandardCharsets.US_ASCII));
  private static final int END_OF_HEAD_LENGTH = 4;

  private final Handshake handshake;
  private final Ears ears;
  private final FrameReader frames = new FrameReader();
  private @Nullable Channel channel;
  private boolean upgraded;
  private boolean over;
  private String why = "cut";

  public Socket(Handshake handshake, Ears ears) {
    this.handshake = handshake;
    this.ears = ears;
  }

  int port() {
    return handshake.port();
  }

  public void say(String text) {
    say(text.getBytes(StandardCharsets.UTF_8));
  }

  public void say(byte[] text) {
    send(Frames.TEXT, text);
  }

  /// Ends the connection as a network does that has gone: no close frame, no farewell.
  public void cut() {
    end("cut by us");
    Channel open = channel;
    if (open != null) {
      open.config().setOption(ChannelOption.SO_LINGER, 0);
      open.close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    context.writeAndFlush(Unpooled.copiedBuffer(handshake.request(), StandardCharsets.US_ASCII));
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (!upgraded) {
      int end = ByteBufUtil.indexOf(END_OF_HEAD, in);
      if (end < 0) {
        return;
      }
      String head = in.readCharSequence(end - in.readerIndex(), StandardCharsets.US_ASCII) + "";
      in.skipBytes(END_OF_HEAD_LENGTH);
      if (!head.startsWith("HTTP/1.1 101")) {
        why = "refused: " + head.lines().findFirst().orElse("");
        context.close();
        return;
      }
      upgraded = true;
      ears.opened();
    }
    frames.read(in, this);
  }

  @Override
  public void message(ByteBuf payload) {
    if (!over) {
      ears.heard(payload);
    }
  }

  @Override
  public void ping(byte[] payload) {
    send(Frames.PONG, payload);
  }

  @Override
  public void close(int code, String reason) {
    why = "closed with " + code + " " + reason;
    Channel open = channel;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    super.channelInactive(context);
    end(why);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    why = cause.toString();
    context.close();
  }

  void end(String reason) {
    if (!over) {
      over = true;
      ears.closed(reason);
    }
  }

  private void send(int opcode, byte[] payload) {
    Channel open = channel;
    if (open != null) {
      int mask = ThreadLocalRandom.current().nextInt();
      open.writeAndFlush(Frames.masked(open.alloc(), opcode, payload, mask), open.voidPromise());
    }
  }
}
