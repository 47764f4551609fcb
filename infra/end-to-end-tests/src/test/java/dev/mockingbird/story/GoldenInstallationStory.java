package dev.mockingbird.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.demo.Person;
import dev.mockingbird.demo.StagedInterview;
import dev.mockingbird.demo.StagedInterview.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A backup of an installation of format 1 in which an interview was held: whoever has one like it
/// must be able to go on with this build. A new format gets a new file beside it, and the old one
/// stays. `-Dgolden.write` makes both files anew.
class GoldenInstallationStory {

  private static final Path BACKUP = Path.of("src/test/resources/golden/data-format-1.tar.gz");
  private static final Path HELD = Path.of("src/test/resources/golden/data-format-1.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void goesOnWithADataFolderOfFormatOne() throws Exception {
    JsonNode held = JSON.readTree(Files.readString(HELD));
    String interview = held.path("interview").asString();
    Path data = RunningInstallation.newDataFolder();
    run("restore", BACKUP.toAbsolutePath().toString(), "--data", data.toString());
    try (RunningInstallation installation = RunningInstallation.with(data)) {
      URI url = URI.create(installation.url());

      // Once each: the gateway slows down whoever signs in again and again.
      Person ivan = Person.signedIn(url, "ivan");
      Person chen = Person.signedIn(url, "chen");

      // The views come back while the services answer already.
      String report = "/api/reports/" + interview;
      eventually(() -> assertThat(essence(chen.get(report))).isEqualTo(held.path("report")));
      String search = "/api/finished-interviews?q=" + held.path("word").asString();
      eventually(
          () ->
              assertThat(ivan.get(search).at("/items/0/interview").asString())
                  .isEqualTo(interview));
      // Reads the room's journal with the key that came along, and folds it.
      JsonNode digest = ivan.get("/api/rooms/" + interview + "/digest");
      assertThat(digest.toString()).containsPattern("[0-9a-f]{64}");

      try (StagedInterview next = StagedInterview.book(url)) {
        next.play();
        assertThat(next.report().at("/overall/scored").asInt()).isEqualTo(1);
        next.found(1);
      }
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "golden.write", matches = ".*")
  void writesANewOne() throws Exception {
    Path data = RunningInstallation.newDataFolder();
    try (RunningInstallation installation = RunningInstallation.with(data);
        StagedInterview staged = StagedInterview.book(URI.create(installation.url()))) {
      staged.play();
      ObjectNode held = JSON.createObjectNode();
      held.put("interview", staged.id()).put("word", staged.word(Place.TITLE));
      held.set("report", essence(staged.report()));
      staged.found(1);
      Files.createDirectories(HELD.getParent());
      Files.writeString(
          HELD, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(held) + "\n");
    }
    Files.deleteIfExists(BACKUP);
    run("backup", BACKUP.toAbsolutePath().toString(), "--data", data.toString());
  }

  private static void eventually(ThrowingRunnable seen) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsInstanceOf(RuntimeException.class)
        .untilAsserted(seen);
  }

  /// What no later version may lose, whatever it adds.
  private static JsonNode essence(JsonNode report) {
    ObjectNode essence = JSON.createObjectNode();
    essence.put("title", report.path("title").asString());
    var questions = essence.putArray("questions");
    for (JsonNode question : report.path("questions")) {
      questions
          .addObject()
          .put("title", question.at("/content/title").asString())
          .put("status", question.path("status").asString())
          .put("score", question.path("score").asInt())
          .put("answer", question.at("/answer/text").asString());
    }
    return essence;
  }

  private static void run(String... words) throws IOException, InterruptedException {
    assertThat(RunningInstallation.command(words).inheritIO().start().waitFor()).isZero();
  }
}
