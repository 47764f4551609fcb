package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private int stalled;
  private boolean speaks;

  @BeforeEach
  void begin() {
    channel.freezeTime();
    channel.pipeline().addLast(new Heartbeat(() -> speaks, () -> stalled++));
  }

  @AfterEach
  void end() {
    channel.finishAndReleaseAll();
  }

  @Test
  void asksASilentSocketAndKeepsItWhileItAnswers() {
    for (int minute = 0; minute < 60; minute++) {
      pass(31);
      assertThat(channel.<Object>readOutbound()).isInstanceOf(PingWebSocketFrame.class);
      channel.writeInbound(new PongWebSocketFrame());
    }
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void closesASocketWhosePageHasFallenSilentThoughSomebodyAnswersForIt() {
    speaks = true;
    for (int minute = 0; minute < 3; minute++) {
      pass(31);
      channel.writeInbound(new PongWebSocketFrame());
    }
    assertThat(channel.isOpen()).isTrue();

    pass(31);

    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void closesASocketThatAnswersNoPing() {
    pass(89);
    assertThat(channel.isOpen()).isTrue();
    assertThat(channel.outboundMessages()).hasSize(2);

    pass(2);

    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void takesASocketThatIsSentNothingForNoStalledOne() {
    pass(25);

    assertThat(stalled).isZero();
  }

  private void pass(int seconds) {
    for (int second = 0; second < seconds; second++) {
      channel.advanceTimeBy(1, TimeUnit.SECONDS);
      channel.runScheduledPendingTasks();
    }
  }
}
