package dev.mockingbird.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class EdgeRulesTest {

  private static final InetSocketAddress LOOPBACK = new InetSocketAddress("127.0.0.1", 4711);

  @Test
  void takesACorrelationIdThatIsWellFormed() {
    assertThat(Correlation.isWellFormed("abcdefgh")).isTrue();
    assertThat(Correlation.isWellFormed("0b0e7f52-7d44-4ad1-9f8c-1f0a3c9f6f10")).isTrue();
    assertThat(Correlation.isWellFormed("short")).isFalse();
    assertThat(Correlation.isWellFormed("x".repeat(65))).isFalse();
    assertThat(Correlation.isWellFormed("abcdefgh\nforged line")).isFalse();
    assertThat(Correlation.isWellFormed(null)).isFalse();
  }

  @Test
  void showsItsInsideToThisMachineOnly() {
    assertThat(ActuatorDoor.isFromHere(LOOPBACK, new HttpHeaders())).isTrue();
    assertThat(ActuatorDoor.isFromHere(new InetSocketAddress("10.1.2.3", 4711), new HttpHeaders()))
        .isFalse();
    assertThat(ActuatorDoor.isFromHere(null, new HttpHeaders())).isFalse();
  }

  @Test
  void doesNotTakeAProxyOnThisMachineForThisMachine() {
    HttpHeaders passedOn = new HttpHeaders();
    passedOn.set("x-forwarded-for", "10.1.2.3");

    assertThat(ActuatorDoor.isFromHere(LOOPBACK, passedOn)).isFalse();
  }
}
