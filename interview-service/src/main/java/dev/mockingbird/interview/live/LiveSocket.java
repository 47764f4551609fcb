package dev.mockingbird.interview.live;

import dev.mockingbird.interview.web.Caller;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The frames of one socket, on their way between the network and [LiveEndpoint].
final class LiveSocket extends SimpleChannelInboundHandler<WebSocketFrame> {

  /// Bytes, also of a message that comes in several frames.
  static final int LONGEST_FRAME = 256 * 1024;

  private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);

  private final LiveEndpoint endpoint;
  private final Visit visit;

  private LiveSocket(LiveEndpoint endpoint, Visit visit) {
    this.endpoint = endpoint;
    this.visit = visit;
  }

  /// @param before the handler it takes the place of
  static void begin(
      Channel channel, ChannelHandler before, LiveEndpoint endpoint, Caller caller, String room) {
    Connection connection = new Connection(channel, caller.person(), caller.signIn());
    Visit visit = new Visit(room, connection);
    channel
        .pipeline()
        .addLast(
            new Heartbeat(visit::pings, () -> connection.close(CloseCode.TOO_SLOW)),
            new WebSocketFrameAggregator(LONGEST_FRAME),
            new LiveSocket(endpoint, visit))
        .remove(before);
    endpoint.opened(visit, channel.eventLoop());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    switch (frame) {
      case TextWebSocketFrame text -> endpoint.heard(visit, text.content());
      case PingWebSocketFrame ping -> answer(context, ping);
      case CloseWebSocketFrame close -> visit.connection().closedByPeer(close);
      case BinaryWebSocketFrame binary -> visit.connection().close(CloseCode.NOT_TEXT);
      default -> {}
    }
  }

  /// Only what it reads: whoever asks and does not read is not answered.
  private void answer(ChannelHandlerContext context, PingWebSocketFrame ping) {
    if (!visit.rate().allows(System.nanoTime())) {
      visit.connection().close(CloseCode.TOO_FAST);
    } else if (!visit.connection().isClosing() && context.channel().isWritable()) {
      context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    visit.connection().lookWhetherItKeepsUp();
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof TooLongFrameException
        || cause instanceof CorruptedWebSocketFrameException corrupted
            && corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) {
      visit.connection().close(CloseCode.TOO_LONG);
    } else if (cause instanceof CorruptedWebSocketFrameException) {
      visit.connection().close(CloseCode.PROTOCOL);
    } else {
      if (!(cause instanceof IOException)) {
        log.error("A socket of room {} failed: {}", visit.roomId(), cause.getClass().getName());
      }
      context.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    endpoint.closed(visit);
    context.fireChannelInactive();
  }
}
