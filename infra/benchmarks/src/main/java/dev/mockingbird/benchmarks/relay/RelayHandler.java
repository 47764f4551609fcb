package dev.mockingbird.benchmarks.relay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.util.List;

/// One socket of the relay.
final class RelayHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

  private final RelayRooms rooms;
  private List<Channel> room = List.of();

  RelayHandler(RelayRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof HandshakeComplete handshake) {
      room = rooms.enter(handshake.requestUri(), context.channel());
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    for (Channel other : room) {
      if (other != context.channel()) {
        other.writeAndFlush(frame.retainedDuplicate(), other.voidPromise());
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (!room.isEmpty()) {
      room.remove(context.channel());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
