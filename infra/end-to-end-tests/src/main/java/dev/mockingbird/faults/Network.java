package dev.mockingbird.faults;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Opens WebSockets, thousands on two threads.
final class Network implements AutoCloseable {

  private static final int LARGEST_FRAME = 16 << 20;
  private static final int LOST = 1006;
  private static final int CONNECT_MILLIS = 15_000;

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());

  /// Called on one thread, the loop's.
  interface Listener {
    void opened(Channel channel);

    void text(Channel channel, String frame);

    /// Once, also for a socket that never opened.
    ///
    /// @param code 1006 when there was none
    void closed(@Nullable Channel channel, int code);
  }

  EventLoop loop() {
    return loops.next();
  }

  /// @return the channel, which may never come to be open
  Channel open(EventLoop loop, URI address, Map<String, String> headers, Listener listener) {
    HttpHeaders all = new DefaultHttpHeaders();
    headers.forEach(all::set);
    WebSocketClientProtocolConfig config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(address)
            .customHeaders(all)
            .generateOriginHeader(false)
            .maxFramePayloadLength(LARGEST_FRAME)
            .handleCloseFrames(false)
            .handshakeTimeoutMillis(CONNECT_MILLIS)
            .build();
    Handler handler = new Handler(listener);
    return new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                channel
                    .pipeline()
                    .addLast(new HttpClientCodec())
                    .addLast(new HttpObjectAggregator(1 << 16))
                    .addLast(new WebSocketClientProtocolHandler(config))
                    .addLast(new WebSocketFrameAggregator(LARGEST_FRAME))
                    .addLast(handler);
              }
            })
        .connect(address.getHost(), address.getPort())
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                handler.end(null);
              }
            })
        .channel();
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static final class Handler extends SimpleChannelInboundHandler<WebSocketFrame> {

    private final Listener listener;
    private int code = LOST;
    private boolean over;

    Handler(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
      if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
        listener.opened(context.channel());
      }
      super.userEventTriggered(context, event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
      switch (frame) {
        case TextWebSocketFrame text -> listener.text(context.channel(), text.text());
        case CloseWebSocketFrame close -> {
          code = close.statusCode() < 0 ? 1005 : close.statusCode();
          context.close();
        }
        default -> {}
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      end(context.channel());
    }

    private void end(@Nullable Channel channel) {
      if (!over) {
        over = true;
        listener.closed(channel, code);
      }
    }
  }
}
