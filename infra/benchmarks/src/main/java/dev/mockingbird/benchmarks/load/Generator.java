package dev.mockingbird.benchmarks.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// The one event loop on which all sockets of all clients live.
public final class Generator implements AutoCloseable {

  private static final boolean EPOLL = Epoll.isAvailable();

  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  private final Bootstrap bootstrap =
      new Bootstrap()
          .group(loop)
          .channel(EPOLL ? EpollSocketChannel.class : NioSocketChannel.class)
          .option(ChannelOption.TCP_NODELAY, true);

  public void connect(Socket socket) {
    bootstrap
        .clone()
        .handler(
            new io.netty.channel.ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(socket);
              }
            })
        .connect("127.0.0.1", socket.port())
        .addListener(
            done -> {
              if (!done.isSuccess()) {
                socket.end(String.valueOf(done.cause()));
              }
            });
  }

  void execute(Runnable work) {
    loop.execute(work);
  }

  void schedule(Runnable work, long nanos) {
    loop.schedule(work, nanos, TimeUnit.NANOSECONDS);
  }

  /// Runs on the loop and waits for it.
  public <T> T ask(Callable<T> work) {
    try {
      return loop.submit(work).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  public void tell(Runnable work) {
    ask(
        () -> {
          work.run();
          return true;
        });
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
