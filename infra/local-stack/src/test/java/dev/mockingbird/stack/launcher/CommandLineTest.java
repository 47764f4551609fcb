package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  private static final Path DEFAULT = Path.of("/data");
  private static final ExistingStores NONE = ExistingStores.NONE;

  @Test
  void startsOnPort8080WhenNothingIsSaid() {
    assertThat(parse(Map.of(), "up"))
        .isEqualTo(
            new Command.Up(
                8080, DEFAULT, URI.create("http://localhost:8080"), NONE, Optional.empty()));
  }

  @Test
  void derivesThePublicAddressFromThePort() {
    assertThat(parse(Map.of(), "up", "--port", "9000", "--data", "/elsewhere"))
        .isEqualTo(
            new Command.Up(
                9000,
                Path.of("/elsewhere"),
                URI.create("http://localhost:9000"),
                NONE,
                Optional.empty()));
  }

  @Test
  void takesExistingStoresFromOptionsBeforeTheEnvironment() {
    var environment =
        Map.of("MOCKINGBIRD_REDIS_URL", "redis://env:1", "MOCKINGBIRD_KAFKA_BOOTSTRAP", "env:2");
    assertThat(parse(environment, "up", "--redis", "redis://option:1"))
        .isEqualTo(
            new Command.Up(
                8080,
                DEFAULT,
                URI.create("http://localhost:8080"),
                new ExistingStores(
                    Optional.of("redis://option:1"), Optional.of("env:2"), Optional.empty(), false),
                Optional.empty()));
  }

  @Test
  void takesAFlagWithoutAValue() {
    assertThat(parse(Map.of(), "up", "--trust-redis", "--port", "9000"))
        .isInstanceOfSatisfying(
            Command.Up.class,
            up -> {
              assertThat(up.existing().trustRedis()).isTrue();
              assertThat(up.port()).isEqualTo(9000);
            });
  }

  @Test
  void takesACalibrationFromTheFolderItIsGivenIn() {
    assertThat(parse(Map.of(), "up", "--calibration", "team.calibration"))
        .isInstanceOfSatisfying(
            Command.Up.class,
            up ->
                assertThat(up.calibration())
                    .contains(Path.of("team.calibration").toAbsolutePath().toString()));
  }

  @Test
  void dropsTheSlashAtTheEndOfAPublicAddress() {
    assertThat(parse(Map.of(), "up", "--public-url", "https://mock.example.org/"))
        .isInstanceOfSatisfying(
            Command.Up.class,
            up -> assertThat(up.publicUrl()).isEqualTo(URI.create("https://mock.example.org")));
  }

  @Test
  void takesItsOwnDataFolderOutOfAnotherProgramsArguments() {
    assertThat(
            parse(
                Map.of(), "run", "module", "Main", "person", "--data", "/d", "demo:1001", "--yes"))
        .isEqualTo(
            new Command.Run(
                "module", "Main", List.of("person", "demo:1001", "--yes"), Path.of("/d"), false));
  }

  @Test
  void leavesTheArgumentsOfAProgramThatStandsAloneAsTheyAre() {
    assertThat(parse(Map.of(), "run-alone", "module", "Main", "--data", "answers.jsonl"))
        .isEqualTo(
            new Command.Run("module", "Main", List.of("--data", "answers.jsonl"), DEFAULT, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          up --port                | --port needs a value.
          up --port eighty         | --port needs a number from 1 to 65535, not eighty.
          up --port 70000          | --port needs a number from 1 to 65535, not 70000.
          up --prot 80             | There is no option --prot here; see ./mockingbird help.
          up now                   | up takes no now.
          up --public-url ftp://x  | --public-url needs an address like https://interviews.example.org, without a path, not ftp://x.
          backup                   | backup needs one file, like backup mockingbird.tar.gz.
          down it                  | down takes no file.
          dance                    | There is no command dance; see ./mockingbird help.
          """)
  void saysWhatItDidNotUnderstand(String words, String sentence) {
    assertThat(parse(Map.of(), words.split(" ")))
        .isInstanceOfSatisfying(
            Command.Misunderstood.class,
            misunderstood -> assertThat(misunderstood.sentence()).isEqualTo(sentence));
  }

  private static Command parse(Map<String, String> environment, String... words) {
    return CommandLine.parse(List.of(words), environment, DEFAULT);
  }
}
