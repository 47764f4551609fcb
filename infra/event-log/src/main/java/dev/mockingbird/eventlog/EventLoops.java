package dev.mockingbird.eventlog;

import io.lettuce.core.resource.DefaultEventLoopGroupProvider;
import io.lettuce.core.resource.EventLoopGroupProvider;
import io.lettuce.core.resource.Transports;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.concurrent.TimeUnit;

/// The threads of the network, one for each processor: Redis's answers come on them, and sockets
/// that are served on the same ones hand their work to Redis and back without another thread.
public final class EventLoops implements AutoCloseable {

  private static final long STOP_MILLIS = 2_000;

  private final EventLoopGroupProvider provider =
      new DefaultEventLoopGroupProvider(Runtime.getRuntime().availableProcessors());
  private final EventLoopGroup group = provider.allocate(Transports.eventLoopGroupClass());

  EventLoopGroupProvider provider() {
    return provider;
  }

  public EventLoopGroup group() {
    return group;
  }

  /// What a server of this group listens with.
  public Class<? extends ServerChannel> serverChannel() {
    return Transports.socketChannelClass() == EpollSocketChannel.class
        ? EpollServerSocketChannel.class
        : NioServerSocketChannel.class;
  }

  @Override
  public void close() {
    provider.shutdown(0, STOP_MILLIS, TimeUnit.MILLISECONDS).syncUninterruptibly();
  }
}
