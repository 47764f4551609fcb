package dev.mockingbird.eventlog;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes a connection whose other end answers nothing: a network that was cut tells nobody, and
/// what was written into it would be sent again later and later. The client then connects anew.
final class SilentPeer extends ChannelDuplexHandler {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration CHECK = Duration.ofMillis(500);

  private @Nullable ScheduledFuture<?> check;
  private boolean waiting;
  private long since;

  @Override
  public void channelActive(ChannelHandlerContext context) {
    check =
        context
            .executor()
            .scheduleWithFixedDelay(
                () -> look(context), CHECK.toMillis(), CHECK.toMillis(), TimeUnit.MILLISECONDS);
    context.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (check != null) {
      check.cancel(false);
    }
    context.fireChannelInactive();
  }

  @Override
  public void write(ChannelHandlerContext context, Object command, ChannelPromise promise) {
    if (!waiting) {
      waiting = true;
      since = System.nanoTime();
    }
    context.write(command, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object answer) {
    waiting = false;
    context.fireChannelRead(answer);
  }

  private void look(ChannelHandlerContext context) {
    if (waiting && System.nanoTime() - since > PATIENCE.toNanos()) {
      context.close();
    }
  }
}
