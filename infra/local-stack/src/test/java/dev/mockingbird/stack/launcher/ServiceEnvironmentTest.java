package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.launcher.ServiceEnvironment.StoreAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

  private static final Map<String, String> GITHUB = Map.of("GITHUB_CLIENT_SECRET", "s3cret");
  private static final Map<String, String> DEMO =
      Map.of("GITHUB_CLIENT_SECRET", "s3cret", "MOCKINGBIRD_DEMO", "true");

  private static final Map<String, String> MODEL =
      Map.of(
          "MOCKINGBIRD_LANGUAGE_MODEL_URL", "https://h/v1",
          "MOCKINGBIRD_LANGUAGE_MODEL_MODEL", "tiny",
          "MOCKINGBIRD_LANGUAGE_MODEL_KEY", "s3cret");

  @TempDir Path root;
  private DataFolder folder;

  @BeforeEach
  void install() throws IOException {
    folder = new DataFolder(root);
    folder.install(new SecureRandom());
  }

  @Test
  void tellsEveryServiceWhereTheOthersAre() throws IOException {
    Map<String, String> variables = environment(DEMO).of(Service.SCORING, 20_004);

    assertThat(variables)
        .containsEntry("MOCKINGBIRD_REDIS_URL", "redis://r")
        .containsEntry("MOCKINGBIRD_KAFKA_BOOTSTRAP", "k:1")
        .containsEntry("MOCKINGBIRD_ELASTICSEARCH_URL", "http://e")
        .containsEntry("MOCKINGBIRD_GATEWAY_URL", "http://127.0.0.1:8080")
        .containsEntry("MOCKINGBIRD_INTERVIEW_URL", "http://127.0.0.1:20002")
        .containsEntry("MOCKINGBIRD_LIVE_PORT", "20005")
        .containsEntry("MOCKINGBIRD_LIVE_URL", "http://127.0.0.1:20005")
        .containsEntry("MOCKINGBIRD_PUBLIC_URL", "http://localhost:8080")
        .containsEntry(
            "MOCKINGBIRD_INSTALLATION_KEY_FILE", root.resolve("installation.key").toString())
        .containsEntry("MOCKINGBIRD_SHARDS", "8")
        .containsEntry("MOCKINGBIRD_SCORING_CALIBRATION", "/team.calibration")
        .containsEntry("SERVER_PORT", "20004")
        .containsEntry("SERVER_ADDRESS", "127.0.0.1");
  }

  @Test
  void givesGithubsSecretToTheGatewayAlone() throws IOException {
    assertThat(environment(GITHUB).of(Service.GATEWAY, 8080)).containsAllEntriesOf(GITHUB);
    assertThat(environment(GITHUB).of(Service.SEARCH, 1)).doesNotContainKey("GITHUB_CLIENT_SECRET");
  }

  @Test
  void givesTheLanguageModelsKeyToTheScorerAlone() throws IOException {
    assertThat(environment(DEMO).of(Service.SCORING, 1)).containsAllEntriesOf(MODEL);
    for (Service other : new Service[] {Service.GATEWAY, Service.INTERVIEW, Service.SEARCH}) {
      assertThat(environment(DEMO).of(other, 1)).doesNotContainKeys(keys(MODEL));
    }
    assertThat(environment(DEMO).shared()).doesNotContainKeys(keys(MODEL));
  }

  private static String[] keys(Map<String, String> variables) {
    return variables.keySet().toArray(String[]::new);
  }

  @Test
  void showsTheGatewayToOtherMachinesOnlyWhereItsAddressIsForThem() throws IOException {
    URI everybodys = URI.create("https://mock.example.org");
    assertThat(environment(GITHUB).of(Service.GATEWAY, 8080))
        .containsEntry("SERVER_ADDRESS", "127.0.0.1");
    assertThat(environment(GITHUB, everybodys).of(Service.GATEWAY, 8080))
        .containsEntry("SERVER_ADDRESS", "0.0.0.0")
        .containsEntry("MOCKINGBIRD_PUBLIC_URL", "https://mock.example.org");
    assertThat(environment(GITHUB, everybodys).of(Service.SEARCH, 20_003))
        .containsEntry("SERVER_ADDRESS", "127.0.0.1");
  }

  private ServiceEnvironment environment(Map<String, String> signIn) throws IOException {
    return environment(signIn, URI.create("http://localhost:8080"));
  }

  private ServiceEnvironment environment(Map<String, String> signIn, URI publicUrl)
      throws IOException {
    PortPlan ports = PortPlan.load(folder.ports());
    ports.record("gateway", 8080);
    ports.record("interview-service", 20_002);
    ports.record("live", 20_005);
    return ServiceEnvironment.of(
        folder,
        ports,
        new StoreAddresses("redis://r", "k:1", "http://e"),
        publicUrl,
        Optional.of("/team.calibration"),
        signIn,
        LanguageModel.of(MODEL));
  }
}
