package dev.mockingbird.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.demo.Demo;
import dev.mockingbird.demo.StagedInterview;
import dev.mockingbird.demo.StagedInterview.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One command starts it, whole interviews are played through its public interfaces, and no server
/// process that dies at the worst moment loses or doubles anything.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallationStory {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static RunningInstallation installation;
  private static StagedInterview staged;

  @BeforeAll
  static void start() throws IOException {
    installation = RunningInstallation.shared();
  }

  @AfterAll
  static void leave() {
    staged.close();
  }

  @Test
  @Order(1)
  void theDemoPlaysAWholeInterview() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Demo.run(
            new String[] {"--url", installation.url(), "--json"},
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
    JsonNode report = JSON.readTree(out.toString(StandardCharsets.UTF_8));
    assertOneScoreForEachAnswer(report);
    assertThat(report.at("/questions/0/score").asInt())
        .isGreaterThan(report.at("/questions/1/score").asInt());
    assertThat(report.at("/questions/0/keyPoints/0/evidence")).isNotEmpty();
  }

  @Test
  @Order(2)
  void anInterviewEndsWellAlthoughEveryServerProcessIsKilledAtItsWorstMoment() {
    staged = StagedInterview.book(URI.create(installation.url()));
    staged.enter();
    staged.ask();
    staged.type(staged.keyPoint(0) + " ");
    installation.kill("interview-service/target/run");
    staged.type(staged.keyPoint(1) + " " + staged.word(Place.ANSWER));
    installation.kill("redis-server");
    staged.submit();
    installation.kill("interview-service/target/run");
    staged.writeEverywhereElse();

    staged.ask();
    staged.type(staged.keyPoint(0) + " ");
    installation.kill("gateway/target/run");
    staged.type("and so on");
    installation.kill("kafka_2.13");
    staged.submit();
    installation.kill("scoring-service/target/run");

    staged.ask();
    staged.type("never submitted " + staged.word(Place.DRAFT));
    installation.kill("search-service/target/run");
    installation.kill("-Des.networkaddress.cache.ttl");
    staged.end();
    installation.kill("redis-server");

    JsonNode report = staged.report();
    assertOneScoreForEachAnswer(report);
    assertThat(report.at("/questions/0/answer/text").asString())
        .endsWith(staged.word(Place.ANSWER))
        .contains(" ");
    staged.found(1);
  }

  @Test
  @Order(3)
  void kafkasFilesAndTheLogsHoldNothingThatWasWritten() throws IOException {
    Path kafka = installation.data().resolve("kafka");
    assertThat(Traces.of(List.of(staged.id()), kafka)).isNotEmpty();

    assertThat(Traces.of(staged.words(), kafka)).isEmpty();
    assertThat(Traces.of(staged.words(), installation.data().resolve("logs"))).isEmpty();
  }

  @Test
  @Order(4)
  void everythingIsThereAfterARestart() throws IOException {
    JsonNode report = staged.report();
    JsonNode found = staged.found(1);
    JsonNode detail = staged.asInterviewer("/api/interviews/" + staged.id());

    installation.restart();

    // The same cookies: nobody has to sign in again.
    assertThat(staged.report()).isEqualTo(report);
    assertThat(staged.found(1)).isEqualTo(found);
    assertThat(staged.asInterviewer("/api/interviews/" + staged.id())).isEqualTo(detail);
  }

  /// For people to read, in `target/figures.txt`: promised are 60 s and 3 GB after the first run.
  @Test
  @Order(5)
  void itsFiguresAreWrittenDown() throws IOException {
    String figures =
        "restarted: ready after %s s, %d MB resident%n"
            .formatted(installation.secondsToReady(), installation.residentMegabytes());
    Files.writeString(Path.of("target/figures.txt"), figures);
    System.out.print(figures);
    assertThat(installation.residentMegabytes()).isPositive();
  }

  private static void assertOneScoreForEachAnswer(JsonNode report) {
    assertThat(report.get("questions").valueStream().map(it -> it.get("status").asString()))
        .containsExactly("SCORED", "SCORED", "NOT_ANSWERED");
    assertThat(report.at("/overall/scored").asInt()).isEqualTo(2);
    assertThat(report.at("/overall/pending").asInt()).isZero();
    assertThat(report.get("questions").valueStream().limit(2))
        .allSatisfy(it -> assertThat(it.at("/answer/attempts").asInt()).isEqualTo(1));
  }
}
