package dev.mockingbird.gateway;

import static dev.mockingbird.gateway.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/// What tests ask of an HTTP answer.
final class Answers {

  private Answers() {}

  static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElseThrow();
  }

  static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(json(response).get("code").asString()).isEqualTo(code);
    assertThat(json(response).get("status").asInt()).isEqualTo(status);
    assertThat(json(response).get("detail").asString()).isNotBlank();
  }
}
