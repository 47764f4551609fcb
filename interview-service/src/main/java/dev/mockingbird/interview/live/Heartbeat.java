package dev.mockingbird.interview.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/// Finds out which sockets are dead. One that says nothing is sent a ping, which every WebSocket
/// client answers by itself, and is closed when it leaves the second one unanswered too. One that
/// takes nothing of what it is sent is reported.
final class Heartbeat extends IdleStateHandler {

  static final int SILENT_SECONDS = 30;

  /// How long what is written may lie untouched.
  static final int STALLED_SECONDS = 20;

  private static final int UNANSWERED = 2;

  private final Runnable stalled;
  private int pings;

  /// @param stalled told when the other end has stopped reading
  Heartbeat(Runnable stalled) {
    super(true, SILENT_SECONDS, STALLED_SECONDS, 0, TimeUnit.SECONDS);
    this.stalled = stalled;
  }

  @Override
  protected void channelIdle(ChannelHandlerContext context, IdleStateEvent idle) {
    if (idle.state() == IdleState.WRITER_IDLE) {
      ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
      if (buffer != null && buffer.totalPendingWriteBytes() > 0) {
        stalled.run();
      }
      return;
    }
    pings = idle.isFirst() ? 0 : pings;
    if (pings == UNANSWERED) {
      context.close();
    } else {
      pings++;
      context.writeAndFlush(new PingWebSocketFrame());
    }
  }
}
