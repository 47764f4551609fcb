package dev.mockingbird.interview.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Finds out which sockets are dead. One that says nothing is sent a ping, which every WebSocket
/// client answers by itself, and is closed when it leaves two unanswered. A proxy may answer in
/// place of a browser that has gone, so a page that sends pings of its own is expected to go on
/// doing so. A socket that takes nothing of what it is sent is reported.
final class Heartbeat extends IdleStateHandler {

  private static final int SILENT_SECONDS = 30;

  /// What is written may lie untouched for this long and as long again.
  private static final int STALLED_SECONDS = 10;

  private static final int UNANSWERED = 2;
  private static final int WITHOUT_A_WORD = 3;

  private final BooleanSupplier speaks;
  private final Runnable stalled;
  private int pings;
  private int silences;

  /// @param speaks whether the page sends pings of its own
  /// @param stalled told when the other end has stopped reading
  Heartbeat(BooleanSupplier speaks, Runnable stalled) {
    super(true, SILENT_SECONDS, STALLED_SECONDS, 0, TimeUnit.SECONDS);
    this.speaks = speaks;
    this.stalled = stalled;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object frame) throws Exception {
    if (!(frame instanceof PongWebSocketFrame)) {
      silences = 0;
    }
    super.channelRead(context, frame);
  }

  @Override
  protected void channelIdle(ChannelHandlerContext context, IdleStateEvent idle) {
    if (idle.state() == IdleState.WRITER_IDLE) {
      lookWhetherItTakesAnything(context, idle);
      return;
    }
    pings = idle.isFirst() ? 0 : pings;
    silences++;
    if (pings == UNANSWERED || silences > WITHOUT_A_WORD && speaks.getAsBoolean()) {
      context.close();
    } else {
      pings++;
      context.writeAndFlush(new PingWebSocketFrame());
    }
  }

  /// The first time says only that nothing was finished lately; from then on, that nothing moved.
  private void lookWhetherItTakesAnything(ChannelHandlerContext context, IdleStateEvent idle) {
    if (!idle.isFirst() && Connection.unsent(context.channel()) > 0) {
      stalled.run();
    }
  }
}
