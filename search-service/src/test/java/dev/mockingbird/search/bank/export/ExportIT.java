package dev.mockingbird.search.bank.export;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.search.bank.AccessRecords;
import dev.mockingbird.search.bank.importing.Lists;
import dev.mockingbird.stack.LocalStack;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@LocalStack
class ExportIT {

  private static final String EXPORT = "/api/bank/export?format=";

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.shared();
    Lists.awaitTheStarterBank();
  }

  /// Into the bank it came from, whatever the list is called by now.
  @ParameterizedTest
  @CsvSource({"markdown, bank.md", "csv, bank.csv"})
  void comesBackWithoutAChange(String format, String file) {
    Lists.importList("export", Lists.list("exported"));
    String exported = service.get(ORGANISER, EXPORT + format).body().asString();

    Answer preview =
        service.upload(
            null,
            service.token(ORGANISER),
            "/api/bank/import-previews",
            Lists.chosen("moved"),
            Map.of(file, exported));

    assertThat(exported).contains("exported 里什么是锁？", "互斥。", "Redis");
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.body().at("/counts/unchanged").asInt()).isGreaterThan(100);
    assertThat(preview.body().at("/counts/added").asInt()).isZero();
    assertThat(preview.body().at("/counts/changed").asInt()).isZero();
    assertThat(preview.body().at("/counts/conflict").asInt()).isZero();
    assertThat(preview.body().at("/sure").asBoolean()).isTrue();
  }

  @Test
  void remembersWhoTookAllReferences() {
    try (AccessRecords access = new AccessRecords(service.stores().kafkaBootstrap())) {
      assertThat(service.get(ORGANISER, EXPORT + "anki").status()).isEqualTo(200);

      access.awaitOne("bank", ORGANISER);
    }
  }

  @Test
  void isForOrganisersAlone() {
    assertThat(service.get(INTERVIEWER, EXPORT + "markdown").code()).isEqualTo("NOT_ALLOWED");
    assertThat(service.get(ORGANISER, EXPORT + "docx").code()).isEqualTo("INVALID_REQUEST");
  }
}
