package dev.mockingbird.search;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.stack.LocalStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Who may call, what a refusal looks like, what operators see, and what the interface says of
/// itself.
@LocalStack
class ServiceEdgeIT {

  private final RunningService service = RunningService.shared();

  @Test
  void letsOnlyOrganisersWithAWritingTokenImport() {
    String path = "/api/bank/imports?source=test";

    assertThat(service.post(service.token(INTERVIEWER), path, "x").code()).isEqualTo("NOT_ALLOWED");
    assertThat(service.post(service.token(ORGANISER, "mockingbird", "read"), path, "x").code())
        .isEqualTo("READ_ONLY_TOKEN");
    assertThat(service.post(service.token(ORGANISER, "elsewhere", "read write"), path, "x").code())
        .isEqualTo("SIGNED_OUT");
    assertThat(service.post("", path, "x").code()).isEqualTo("SIGNED_OUT");
    assertThat(service.post(service.token(ORGANISER), path + "&language=fr", "x").code())
        .isEqualTo("INVALID_REQUEST");
  }

  @Test
  void givesEveryRefusalACode() {
    assertThat(service.get(MEMBER, "/api/questions/nothing-like-an-id").code())
        .isEqualTo("NO_SUCH_QUESTION");
    assertThat(service.post(service.token(ORGANISER), "/api/bank/imports", "x").code())
        .isEqualTo("INVALID_REQUEST");
    assertThat(service.get(MEMBER, "/api/bank/imports").code()).isEqualTo("METHOD_NOT_ALLOWED");
  }

  @Test
  void tellsOperatorsHowLongSearchesTakeWhatWasImportedAndHowFarTheViewsLag() {
    service.get(MEMBER, "/api/questions?q=redis");
    service.post(
        service.token(ORGANISER),
        "/api/bank/imports?source=meters&language=zh",
        "## 量\n\n1. 什么是 " + UUID.randomUUID() + "？\n");

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(service.get(MEMBER, "/actuator/prometheus").body().asString())
                    .containsPattern(
                        "mockingbird_search_duration_seconds_count\\{[^}]*outcome=\"answered\"[^}]*view=\"questions\"")
                    .contains("mockingbird_bank_imports_total")
                    .contains("mockingbird_bank_imported_total{outcome=\"added\"}")
                    .containsPattern("kafka_consumer_fetch_manager_records_lag_max\\{"));
  }

  /// The description is made from the code; that it changed is seen here, and reviewed.
  @Test
  void describesItselfAsReviewed() throws IOException {
    JsonMapper json =
        JsonMapper.builder()
            .enable(
                SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    JsonNode now = ((ObjectNode) service.get(MEMBER, "/api/docs/search").body()).without("servers");
    Path written = Path.of("target/openapi.json");
    Files.writeString(written, json.writeValueAsString(now) + "\n");

    try (InputStream reviewed = ServiceEdgeIT.class.getResourceAsStream("openapi.json")) {
      assertThat(reviewed == null ? null : json.readTree(reviewed))
          .as("review the change and copy %s beside this test's resources", written)
          .isEqualTo(now);
    }
  }
}
