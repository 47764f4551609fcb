package dev.mockingbird.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityRelayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "Cookie",
        "Proxy-Authorization",
        "X-User",
        "X-User-Id",
        "X-Forwarded-User",
        "X-Forwarded-For",
        "Forwarded",
        "X-Remote-User",
        "X-Auth-Request-Email",
        "X-XSRF-TOKEN",
        "X-Original-URL",
        "X-HTTP-Method-Override"
      })
  void passesNothingThatAServiceMightBelieve(String header) {
    assertThat(IdentityRelay.isPassed(header)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type",
        "content-length",
        "Accept",
        "Idempotency-Key",
        "X-Correlation-Id",
        "Origin",
        "Sec-WebSocket-Key",
        "Upgrade"
      })
  void passesWhatARequestNeeds(String header) {
    assertThat(IdentityRelay.isPassed(header)).isTrue();
  }
}
