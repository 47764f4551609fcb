package dev.mockingbird.benchmarks.relay;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

/// The floor: passes every frame on to the others at the same path, and does nothing else. One
/// event loop, no identity, no order, no disk.
public final class Relay {

  private static final int FRAME_BYTES = 256 * 1024;
  private static final int HANDSHAKE_BYTES = 8 * 1024;
  private static final int BACKLOG = 4096;
  private static final boolean EPOLL = Epoll.isAvailable();

  private Relay() {}

  static void main(String[] arguments) throws InterruptedException {
    start(Integer.parseInt(arguments[0])).closeFuture().sync();
  }

  /// Serves until the channel is closed.
  ///
  /// @param port on loopback; 0 for a free one
  public static Channel start(int port) throws InterruptedException {
    EventLoopGroup loop =
        new MultiThreadIoEventLoopGroup(
            1, EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    Channel channel =
        new ServerBootstrap()
            .group(loop)
            .channel(EPOLL ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(pipeline(new RelayRooms()))
            .bind("127.0.0.1", port)
            .sync()
            .channel();
    channel.closeFuture().addListener(_ -> loop.shutdownGracefully());
    return channel;
  }

  private static ChannelInitializer<SocketChannel> pipeline(RelayRooms rooms) {
    WebSocketServerProtocolConfig webSocket =
        WebSocketServerProtocolConfig.newBuilder()
            .websocketPath("/")
            .checkStartsWith(true)
            .maxFramePayloadLength(FRAME_BYTES)
            .build();
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        channel
            .pipeline()
            .addLast(
                new HttpServerCodec(),
                new HttpObjectAggregator(HANDSHAKE_BYTES),
                new WebSocketServerProtocolHandler(webSocket),
                new RelayHandler(rooms));
      }
    };
  }
}
