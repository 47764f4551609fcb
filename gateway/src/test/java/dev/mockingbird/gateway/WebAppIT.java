package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Answers.assertProblem;
import static dev.mockingbird.gateway.Answers.location;
import static dev.mockingbird.gateway.Scene.IVAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.Ports;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The web app as a browser gets it.
@ExtendWith(Scene.Shared.class)
@Timeout(60)
class WebAppIT {

  private final Scene scene;
  private final Browser browser;

  WebAppIT(Scene scene) {
    this.scene = scene;
    this.browser = scene.browser();
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void servesThePageFreshWithANonceAndItsAssetsForEver() {
    HttpResponse<String> page = browser.get("/join/aZ-_9", "Accept", "text/html");
    HttpResponse<String> again = browser.get("/", "Accept", "text/html");

    String nonce = nonce(page);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(page.body())
        .contains("content=\"" + nonce + "\"", "nonce=\"" + nonce + "\"")
        .doesNotContain("__CSP_NONCE__");
    assertThat(nonce(again)).isNotEqualTo(nonce);
    HttpResponse<String> asset = get(scene, "/assets/app-1a2b3c.js");
    assertThat(asset.statusCode()).isEqualTo(200);
    assertThat(asset.headers().firstValue("Cache-Control").orElseThrow())
        .contains("immutable", "max-age=31536000");
    assertThat(asset.headers().firstValue("Set-Cookie")).as("a cache keeps it for all").isEmpty();
    assertThat(browser.get("/robots.txt").headers().firstValue("Cache-Control"))
        .contains("no-cache");
    assertProblem(browser.get("/assets/gone.js", "Accept", "text/html"), 404, "NOT_FOUND");
  }

  @Test
  void setsStrictHeadersOverThoseOfTheService() {
    browser.signIn(scene.gitHub(), IVAN, "/");

    HttpResponse<String> answer = browser.get("/api/interviews");

    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'self'", "frame-ancestors 'none'", "'nonce-")
        .contains("connect-src 'self' ws://127.0.0.1:" + scene.gateway().uri().getPort())
        .contains("form-action 'self' " + scene.gitHub().uri())
        .doesNotContain("unsafe");
    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("X-Frame-Options")).isEmpty();
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void givesTheSandboxADocumentThatReachesNothing() {
    String run = scene.gateway().uri() + "/run/";

    HttpResponse<String> sandbox = get(scene, "/run/sandbox.html");
    assertThat(sandbox.headers().allValues("Content-Security-Policy"))
        .containsExactly(
            "default-src 'none'; script-src %sframe.js %sworker.js blob: 'wasm-unsafe-eval';"
                    .formatted(run, run)
                + " worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
                + " sandbox allow-scripts");
    assertThat(sandbox.headers().firstValue("Cross-Origin-Resource-Policy"))
        .contains("cross-origin");
    assertThat(sandbox.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(browser.get("/").headers().firstValue("Cross-Origin-Resource-Policy"))
        .contains("same-origin");
    assertProblem(browser.get("/run/gone.html", "Accept", "text/html"), 404, "NOT_FOUND");
  }

  @Test
  void takesWhoeverOpensAnotherNameOfThisMachineToThePublicAddress() {
    int port = Ports.free();
    String site = "http://localhost:" + port;
    try (RunningGateway other =
        scene.another(port, "--mockingbird.public.url=" + site, "--mockingbird.demo=true")) {
      browser.turnTo(other.uri());

      assertThat(location(open("/join/aZ-_9?x=%E5%AD%97")))
          .isEqualTo(site + "/join/aZ-_9?x=%E5%AD%97");
      assertThat(location(open("/oauth2/authorization/github?returnTo=/rooms/1")))
          .isEqualTo(site + "/oauth2/authorization/github?returnTo=/rooms/1");
      assertThat(location(open("//evil.example/x"))).isEqualTo(site + "//evil.example/x");
      assertThat(browser.cookie("mockingbird")).as("a cookie of the wrong host").isEmpty();

      assertThat(browser.get("/robots.txt").statusCode()).isEqualTo(200);
      assertThat(browser.get("/", "Accept", "*/*").statusCode()).as("a probe").isEqualTo(200);
      assertProblem(open("/api/me"), 401, "SIGNED_OUT");
      assertThat(open("/actuator/health/readiness").statusCode()).isEqualTo(200);
      assertThat(
              browser.get("/", "Accept", "text/html", "X-Forwarded-For", "10.0.0.1").statusCode())
          .as("through a proxy that rewrites Host")
          .isEqualTo(200);

      browser.turnTo(URI.create(site));
      assertThat(open("/join/aZ-_9").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void redirectsNobodyWhenAProxyMustStandBeforeIt() {
    try (RunningGateway tls =
        scene.another("--mockingbird.public.url=https://interviews.example")) {
      browser.turnTo(tls.uri());

      assertThat(open("/").statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> open(String path) {
    return browser.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  private static String nonce(HttpResponse<String> page) {
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    return policy.replaceFirst(".*script-src 'self' 'nonce-([^']+)'.*", "$1");
  }

  /// As somebody who has never been here.
  private static HttpResponse<String> get(Scene scene, String path) {
    try (Browser newcomer = scene.browser()) {
      return newcomer.get(path);
    }
  }
}
