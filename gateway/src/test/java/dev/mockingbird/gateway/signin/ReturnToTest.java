package dev.mockingbird.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/rooms/17", "/join/aZ-_9", "/bank?q=a%20b&page=2", "/rooms/1#notes"})
  void keepsAPathOfOurs(String path) {
    assertThat(ReturnTo.safe(path)).isEqualTo(path);
  }

  @Test
  void writesOtherScriptsAsAnAddressDoes() {
    assertThat(ReturnTo.safe("/bank?q=缓存")).isEqualTo("/bank?q=%E7%BC%93%E5%AD%98");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "rooms/17",
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/a\r\nSet-Cookie: x=1",
        "/.//evil.example",
        "/x/..//evil.example",
        "javascript:alert(1)",
        "/login/oauth2/code/github?code=1",
        "/oauth2/authorization/github",
        "/x/../api/sign-out",
        "/%zz"
      })
  void goesHomeInsteadOfAnywhereElse(String wish) {
    assertThat(ReturnTo.safe(wish)).isEqualTo("/");
  }
}
