package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.EventLoops;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The port of the rooms' sockets. Their frames are read, decided and written on the threads that
/// Redis's answers come on, so that a keystroke changes threads nowhere.
@Component
public class LiveServer implements SmartLifecycle {

  /// After a restart everybody comes back at the same moment.
  private static final int BACKLOG = 4096;

  private static final int LONGEST_REQUEST = 1024;

  /// More than a gateway lets through, which adds its own.
  private static final int LONGEST_HEADERS = 64 * 1024;

  /// How long those who are here may take to answer the close frame.
  private static final long FAREWELL_NANOS = 2_500_000_000L;

  private final EventLoops loops;
  private final Doorkeeper doorkeeper;
  private final LiveEndpoint endpoint;
  private final InetSocketAddress address;
  private volatile @Nullable Channel listening;

  LiveServer(
      EventLoops loops,
      Doorkeeper doorkeeper,
      LiveEndpoint endpoint,
      @Value("${server.address}") InetAddress address,
      @Value("${mockingbird.live.port}") int port) {
    this.loops = loops;
    this.doorkeeper = doorkeeper;
    this.endpoint = endpoint;
    this.address = new InetSocketAddress(address, port);
  }

  /// @throws IllegalStateException when the port is taken
  @Override
  public void start() {
    listening =
        new ServerBootstrap()
            .group(loops.group())
            .channel(loops.serverChannel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, Connection.BEHIND)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel socket) {
                    socket
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(LONGEST_HEADERS, LONGEST_HEADERS, LONGEST_REQUEST),
                            new HttpObjectAggregator(LONGEST_REQUEST),
                            doorkeeper);
                  }
                })
            .bind(address)
            .syncUninterruptibly()
            .channel();
  }

  /// Nobody comes in any more, and who is here is told to connect again.
  @Override
  public void stop() {
    Channel open = listening;
    if (open != null) {
      open.close().syncUninterruptibly();
      listening = null;
      long until = System.nanoTime() + FAREWELL_NANOS;
      endpoint
          .closeAll()
          .forEach(it -> it.awaitUninterruptibly(until - System.nanoTime(), TimeUnit.NANOSECONDS));
    }
  }

  @Override
  public boolean isRunning() {
    return listening != null;
  }

  /// Where it listens, also when it was told to take any port.
  public int port() {
    Channel open = listening;
    if (open == null) {
      throw new IllegalStateException("The live server does not run");
    }
    return ((InetSocketAddress) open.localAddress()).getPort();
  }
}
