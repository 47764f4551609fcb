package dev.mockingbird.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.benchmarks.relay.Relay;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The generator against the floor, on loopback.
class PartyTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Generator generator = new Generator();
  private Channel relay;
  private Party party;

  @BeforeEach
  void connect() throws InterruptedException {
    relay = Relay.start(0);
    int port = ((InetSocketAddress) relay.localAddress()).getPort();
    party = new Party("relay", generator, new RelayDialect(port), 10, Map.of("none", () -> 0));
    Arrival arrival = party.connect(10, 4, LIMIT);
    assertThat(arrival.each().count()).isEqualTo(20);
  }

  @AfterEach
  void stop() {
    generator.close();
    relay.close();
  }

  @Test
  void everyChangeReachesTheOtherOneOnce() {
    Pass pass = party.type(10, 20, Duration.ZERO, Duration.ofMillis(500));
    assertThat(pass.violations().isEmpty()).isTrue();
    assertThat(pass.fromSent().count()).isBetween(50L, 150L);
    assertThat(pass.fromDue().p50()).isGreaterThanOrEqualTo(pass.fromSent().p50());
  }

  @Test
  void aPassGoesOnWhereTheLastOneEndedAlsoAfterAReconnect() {
    party.type(10, 20, Duration.ZERO, Duration.ofMillis(200));
    party.cutAll();
    assertThat(party.connect(10, 20, LIMIT).each().count()).isEqualTo(20);
    Pass pass = party.type(5, 20, Duration.ZERO, Duration.ofMillis(200));
    assertThat(pass.violations().isEmpty()).isTrue();
  }

  @Test
  void noticesThatAReaderHeardNothing() {
    party.startTyping(10, 20);
    party.cut(1, List.of(Role.READER));
    Party.pause(Duration.ofMillis(300));
    party.stopTyping();
    party.connect(10, 20, LIMIT);
    assertThat(party.settle(Duration.ofMillis(100)).missing()).isPositive();
  }
}
