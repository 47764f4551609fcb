package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Scene.IVAN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.oauth2.jwt.Jwt;

/// The keys by which services know the gateways.
@ExtendWith(Scene.Shared.class)
@Timeout(60)
class KeysIT {

  private final Scene scene;
  private final Browser browser;

  KeysIT(Scene scene) {
    this.scene = scene;
    this.browser = scene.browser();
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void sharesItsKeysWithOtherGateways() {
    browser.signIn(scene.gitHub(), IVAN, "/");
    try (RunningGateway other = scene.another()) {
      Jwt jwt = scene.relayed(browser.get("/api/interviews"));

      Jwt checked = Scene.verified(jwt.getTokenValue(), other);

      assertThat(checked.getSubject()).isEqualTo("127.0.0.1:1002");
      assertThat(browser.get("/.well-known/jwks.json").body())
          .doesNotContain("\"d\"")
          .contains("\"kid\"");
    }
  }
}
