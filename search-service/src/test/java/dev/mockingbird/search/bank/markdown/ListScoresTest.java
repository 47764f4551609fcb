package dev.mockingbird.search.bank.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.door.FileReading;
import dev.mockingbird.search.bank.door.Format;
import dev.mockingbird.search.bank.door.SourceFile;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.shell.DryRunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Prints how well real lists are read: a folder with `expected.json`, and the lists that it names
/// beside it, which stay outside the project.
///
/// ```
/// ./mvnw -pl search-service -am test -Dtest=ListScoresTest -Dlists=FOLDER \
///     -Dsurefire.failIfNoSpecifiedTests=false
/// ```
@EnabledIfSystemProperty(named = "lists", matches = ".+")
class ListScoresTest {

  @Test
  void printsTheTable() throws IOException {
    Path folder = Path.of(System.getProperty("lists"));
    List<ListScore> scores = new ArrayList<>();
    JsonNode expected =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("expected.json")));
    for (JsonNode list : expected.path("files")) {
      String text = Files.readString(folder.resolve(list.path("file").asString()));
      long before = System.nanoTime();
      Reading reading = MarkdownReader.read(text, Choice.none(Language.ENGLISH));
      long millis = (System.nanoTime() - before) / 1_000_000;
      scores.add(
          ListScore.of(list.path("key").asString(), list, read(text, reading), text, millis));
    }
    System.out.println(ListScore.table(scores));
    assertThat(scores).isNotEmpty();
  }

  private static DryRunJson read(String text, Reading reading) {
    return DryRunJson.of(
        List.of(
            new FileReading(new SourceFile("list.md", Format.MARKDOWN, "UTF-8", text), reading)));
  }
}
