package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Browser.json;
import static dev.mockingbird.gateway.Scene.IVAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

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
  void showsNoPrivateHalf() {
    assertThat(browser.get("/.well-known/jwks.json").body())
        .doesNotContain("\"d\"")
        .contains("\"kid\"");
  }

  @Test
  void keepsItsKeysWhenItRestarts() {
    browser.signIn(scene.gitHub(), IVAN, "/");
    Set<String> before;
    String token;
    try (RunningGateway first = scene.another()) {
      before = kids(first);
      token = token(first);
    }
    try (RunningGateway second = scene.another()) {
      assertThat(kids(second)).isEqualTo(before);
      assertThat(service(second).decode(token).getSubject()).isEqualTo("127.0.0.1:1002");
      assertThat(kid(second)).isIn(before);
    }
  }

  @Test
  void rotatesUnderRunningGatewaysWhileServicesAcceptTheTokensOfAll() {
    browser.signIn(scene.gitHub(), IVAN, "/");
    try (RunningGateway one = scene.another("--mockingbird.keys.looked-at-every=1s");
        RunningGateway two = scene.another("--mockingbird.keys.looked-at-every=1h")) {
      List<JwtDecoder> services = List.of(service(one), service(two));
      List<String> tokens = new ArrayList<>(List.of(token(one), token(two)));
      acceptAll(services, tokens);
      Set<String> before = kids(one);

      try (RunningGateway rotating = scene.another("--mockingbird.keys.rotate-after=1ms")) {
        tokens.add(token(rotating));
        assertThat(kid(rotating)).as("a new key signs").isNotIn(before);
        acceptAll(services, tokens);
      }

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(kid(one)).as("noticed by the others").isNotIn(before));
      assertThat(kid(two)).as("which need not notice at once").isIn(before);
      tokens.addAll(List.of(token(one), token(two)));
      acceptAll(services, tokens);
      assertThat(kids(two)).isEqualTo(kids(one)).containsAll(before).hasSizeGreaterThan(1);
    }
  }

  private static void acceptAll(List<JwtDecoder> services, List<String> tokens) {
    for (JwtDecoder service : services) {
      assertThat(tokens)
          .allSatisfy(
              token -> assertThat(service.decode(token).getSubject()).isEqualTo("127.0.0.1:1002"));
    }
  }

  /// Checks tokens as the services do: keys are fetched once, and again at an unknown one.
  private static JwtDecoder service(RunningGateway gateway) {
    return NimbusJwtDecoder.withJwkSetUri(gateway.uri() + "/.well-known/jwks.json")
        .jwsAlgorithm(SignatureAlgorithm.ES256)
        .build();
  }

  private Jwt jwt(RunningGateway gateway) {
    browser.turnTo(gateway.uri());
    return Scene.verified(
        json(browser.get("/api/interviews")).get("authorization").asString(), gateway);
  }

  private String token(RunningGateway gateway) {
    return jwt(gateway).getTokenValue();
  }

  private String kid(RunningGateway gateway) {
    return String.valueOf(jwt(gateway).getHeaders().get("kid"));
  }

  private Set<String> kids(RunningGateway gateway) {
    browser.turnTo(gateway.uri());
    Set<String> kids = new TreeSet<>();
    json(browser.get("/.well-known/jwks.json"))
        .get("keys")
        .forEach(key -> kids.add(key.get("kid").asString()));
    return kids;
  }
}
