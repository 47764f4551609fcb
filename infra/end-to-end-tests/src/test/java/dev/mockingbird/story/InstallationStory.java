package dev.mockingbird.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One command starts it, a whole interview is played through its public interfaces, and no server
/// process that dies at any moment loses or doubles anything.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallationStory {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Words that only one process of the installation has in its command line.
  private static final List<String> SERVERS =
      List.of(
          "interview-service/target/run",
          "redis-server",
          "gateway/target/run",
          "scoring-service/target/run",
          "kafka_2.13",
          "search-service/target/run");

  private static RunningInstallation installation;

  private record Played(int exit, String out, String err) {
    JsonNode report() {
      return JSON.readTree(out);
    }
  }

  @BeforeAll
  static void start() throws IOException {
    installation = RunningInstallation.shared();
  }

  @Test
  @Order(1)
  void theDemoPlaysAWholeInterview() {
    Played demo = play();

    assertThat(demo.exit()).as(demo.err()).isZero();
    assertOneScoreForEachAnswer(demo.report());
    assertThat(demo.report().at("/questions/0/score").asInt())
        .isGreaterThan(demo.report().at("/questions/1/score").asInt());
    assertThat(demo.report().at("/questions/0/keyPoints/0/evidence")).isNotEmpty();
  }

  @Test
  @Order(2)
  void theDemoEndsWellAlthoughEveryServerProcessIsKilledOnce() {
    CompletableFuture<Played> demo = CompletableFuture.supplyAsync(InstallationStory::play);
    SERVERS.forEach(installation::kill);

    assertThat(demo.join().exit()).as(demo.join().err()).isZero();
    assertOneScoreForEachAnswer(demo.join().report());
  }

  @Test
  @Order(3)
  void kafkasFilesHoldNothingThatWasWritten() throws IOException {
    byte[] title = "演示面试".getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.walk(installation.data().resolve("kafka"))) {
      List<Path> logs = files.filter(file -> file.toString().endsWith(".log")).toList();
      assertThat(logs).isNotEmpty();
      for (Path file : logs) {
        assertThat(contains(Files.readAllBytes(file), title)).as(file.toString()).isFalse();
      }
    }
  }

  @Test
  @Order(4)
  void everythingIsThereAfterARestart() throws IOException {
    installation.restart();

    Played demo = play();
    assertThat(demo.exit()).as(demo.err()).isZero();
    assertOneScoreForEachAnswer(demo.report());
  }

  private static Played play() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Demo.run(
            new String[] {"--url", installation.url(), "--json"},
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Played(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static void assertOneScoreForEachAnswer(JsonNode report) {
    assertThat(report.get("questions").valueStream().map(it -> it.get("status").asString()))
        .containsExactly("SCORED", "SCORED", "NOT_ANSWERED");
    assertThat(report.at("/overall/scored").asInt()).isEqualTo(2);
    assertThat(report.at("/overall/pending").asInt()).isZero();
    assertThat(report.get("questions").valueStream().limit(2))
        .allSatisfy(it -> assertThat(it.at("/answer/attempts").asInt()).isEqualTo(1));
  }

  private static boolean contains(byte[] text, byte[] words) {
    for (int at = 0; at <= text.length - words.length; at++) {
      int same = 0;
      while (same < words.length && text[at + same] == words[same]) {
        same++;
      }
      if (same == words.length) {
        return true;
      }
    }
    return false;
  }
}
