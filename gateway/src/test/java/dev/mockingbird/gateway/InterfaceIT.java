package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Answers.assertProblem;
import static dev.mockingbird.gateway.Browser.json;
import static dev.mockingbird.gateway.Scene.IVAN;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

/// The interface as a whole: described, with a problem for every error, and its inside hidden.
@ExtendWith(Scene.Shared.class)
@Timeout(60)
class InterfaceIT {

  private final Scene scene;
  private final Browser browser;

  InterfaceIT(Scene scene) {
    this.scene = scene;
    this.browser = scene.browser();
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void answersEveryErrorWithAProblem() {
    assertProblem(browser.get("/api/me"), 401, "SIGNED_OUT");
    browser.signIn(scene.gitHub(), IVAN, "/");
    assertProblem(browser.get("/api/no-such-thing"), 404, "NOT_FOUND");
    assertProblem(browser.get("/no/such/file.js"), 404, "NOT_FOUND");
    assertProblem(browser.post("/api/tokens", "{"), 400, "BAD_REQUEST");
    assertProblem(browser.get("/api/people"), 400, "BAD_REQUEST");
    assertProblem(browser.delete("/api/me"), 405, "METHOD_NOT_ALLOWED");
    assertProblem(browser.delete("/api/tokens/none"), 404, "NO_SUCH_TOKEN");
    assertProblem(browser.post("/api/tokens", "x".repeat(300_000)), 413, "CONTENT_TOO_LARGE");
    assertProblem(browser.get("/oauth2/authorization/elsewhere"), 400, "BAD_REQUEST");
    assertProblem(browser.get("/api/%2e%2e/me"), 400, "BAD_REQUEST");
    assertProblem(browser.get("/api/me;a=b"), 400, "BAD_REQUEST");
    assertProblem(browser.get("//api/me"), 400, "BAD_REQUEST");
    HttpResponse<String> down = browser.get("/api/questions");
    assertProblem(down, 503, "SERVICE_UNAVAILABLE");
    assertThat(json(down).get("service").asString()).isEqualTo("search-service");
  }

  @Test
  void describesExactlyWhatItAnswers() {
    Map<String, Map<String, Object>> paths =
        new Yaml()
            .<Map<String, Map<String, Map<String, Object>>>>load(
                browser.get("/api/docs/gateway").body())
            .get("paths");
    Set<String> described = new TreeSet<>();
    paths.forEach(
        (path, operations) ->
            operations
                .keySet()
                .forEach(verb -> described.add(verb.toUpperCase(ROOT) + " " + path)));
    Set<String> answered =
        new TreeSet<>(Set.of("GET /oauth2/authorization/github", "GET /login/oauth2/code/github"));
    scene
        .gateway()
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping ->
                mapping
                    .getMethodsCondition()
                    .getMethods()
                    .forEach(
                        verb ->
                            mapping
                                .getPatternsCondition()
                                .getPatterns()
                                .forEach(path -> answered.add(verb + " " + path))));

    assertThat(described).isEqualTo(answered);
  }

  @Test
  void showsHealthAndMetricsOnThisMachineOnly() {
    assertThat(browser.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(browser.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(browser.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    assertProblem(
        browser.get("/actuator/prometheus", "X-Forwarded-For", "10.0.0.1"), 404, "NOT_FOUND");
    assertProblem(
        browser.get("/%61ctuator/prometheus", "X-Forwarded-For", "10.0.0.1"), 404, "NOT_FOUND");
  }
}
