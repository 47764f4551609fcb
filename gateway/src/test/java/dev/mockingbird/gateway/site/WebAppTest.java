package dev.mockingbird.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAppTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/sign-in", "/rooms/17", "/join/aZ-_9", "/apis"})
  void answersAPagesAddressWithThePage(String path) {
    assertThat(WebApp.isPage(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/none",
        "/%61pi/none",
        "/ws/rooms/1",
        "/actuator/env",
        "/login/oauth2/code/x",
        "/assets/old-1a2b.js",
        "/run/python",
        "/favicon.ico",
        "/.well-known/security.txt"
      })
  void leavesAnAddressForProgramsToPrograms(String path) {
    assertThat(WebApp.isPage(path)).isFalse();
  }
}
