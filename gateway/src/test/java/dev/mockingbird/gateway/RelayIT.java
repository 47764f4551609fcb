package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Browser.json;
import static dev.mockingbird.gateway.Scene.IVAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;

/// What reaches a service, and what does not.
@ExtendWith(Scene.Shared.class)
@Timeout(60)
class RelayIT {

  private final Scene scene;
  private final Browser browser;

  RelayIT(Scene scene) {
    this.scene = scene;
    this.browser = scene.browser();
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void relaysTheMintedTokenAndNothingThatACallerMadeUp() {
    browser.signIn(scene.gitHub(), IVAN, "/");

    HttpResponse<String> answer =
        browser.get(
            "/api/interviews",
            "X-User-Id",
            "1001",
            "X-Forwarded-User",
            "olga",
            "X-Forwarded-For",
            "10.0.0.1",
            "Forwarded",
            "for=10.0.0.1",
            "X-Roles",
            "organiser",
            "X-Correlation-Id",
            "abcdefgh-1",
            "Idempotency-Key",
            "12345678");

    JsonNode headers = json(answer);
    assertThat(headers.propertyNames())
        .doesNotContain(
            "cookie", "x-user-id", "x-forwarded-user", "x-forwarded-for", "forwarded", "x-roles");
    assertThat(headers.get("x-correlation-id").asString()).isEqualTo("abcdefgh-1");
    assertThat(headers.get("idempotency-key").asString()).isEqualTo("12345678");
    assertThat(answer.headers().firstValue("X-Correlation-Id")).contains("abcdefgh-1");
    Jwt jwt = scene.relayed(answer);
    assertThat(jwt.getClaimAsString("iss")).isEqualTo("mockingbird");
    assertThat(jwt.getAudience()).containsExactly("mockingbird");
    assertThat(jwt.getSubject()).isEqualTo("127.0.0.1:1002");
    assertThat(jwt.getClaimAsString("login")).isEqualTo("ivan");
    assertThat(jwt.getClaimAsString("wid")).isEqualTo("default");
    assertThat(jwt.getClaimAsString("scope")).isEqualTo("read write");
    assertThat(jwt.getClaimAsStringList("roles")).containsExactly("interviewer", "member");
    assertThat(Duration.between(jwt.getIssuedAt(), jwt.getExpiresAt()))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("stray"));
  }

  @Test
  void replacesAMalformedCorrelationId() {
    HttpResponse<String> answer = browser.get("/api/me", "X-Correlation-Id", "a b<script>");

    assertThat(answer.headers().firstValue("X-Correlation-Id").orElseThrow())
        .matches("[A-Za-z0-9-]{36}");
  }
}
