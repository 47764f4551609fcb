package dev.mockingbird.search;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static dev.mockingbird.search.bank.importing.Lists.importList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.stack.LocalStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
    assertThat(importAs(service.token(INTERVIEWER), "zh").code()).isEqualTo("NOT_ALLOWED");
    assertThat(importAs(service.token(ORGANISER, "mockingbird", "read"), "zh").code())
        .isEqualTo("READ_ONLY_TOKEN");
    assertThat(importAs(service.token(ORGANISER, "elsewhere", "read write"), "zh").code())
        .isEqualTo("SIGNED_OUT");
    assertThat(importAs("", "zh").code()).isEqualTo("SIGNED_OUT");
    assertThat(importAs(service.token(ORGANISER), "fr").code()).isEqualTo("INVALID_REQUEST");
  }

  private Answer importAs(String token, String language) {
    return service.upload(
        null,
        token,
        "/api/bank/imports",
        Map.of("source", "test", "language", language),
        Map.of("list.md", "x"));
  }

  @Test
  void givesEveryRefusalACode() {
    assertThat(service.get(MEMBER, "/api/questions/nothing-like-an-id").code())
        .isEqualTo("NO_SUCH_QUESTION");
    assertThat(service.json("POST", ORGANISER, "/api/bank/imports", Map.of()).code())
        .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    assertThat(service.get(ORGANISER, "/api/bank/import-previews").code())
        .isEqualTo("METHOD_NOT_ALLOWED");
  }

  @Test
  void tellsOperatorsHowLongSearchesTakeWhatWasImportedAndHowFarTheViewsLag() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> service.get(MEMBER, "/api/questions?q=redis").status() == 200);
    importList("meters", "## 量\n\n1. 什么是 " + UUID.randomUUID() + "？\n");

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
