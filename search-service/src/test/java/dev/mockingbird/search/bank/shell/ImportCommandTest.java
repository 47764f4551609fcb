package dev.mockingbird.search.bank.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportCommandTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SURE =
      "{\"generation\":7,\"sure\":true,\"files\":[],\"warnings\":[],\"counts\":{\"added\":2,\"changed\":0}}";

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<String> asked = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private String preview = SURE;
  private HttpServer installation;
  private Path list;

  @BeforeEach
  void start() throws IOException {
    list = Files.writeString(folder.resolve("list.md"), "## 并发\n\n1. 什么是锁？\n\n   互斥。\n2. 什么是闩？\n");
    installation = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    installation.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer =
              (exchange.getRequestURI().getPath().endsWith("previews")
                      ? bodies.getLast().contains("\"shape\":\"list-item\"") ? SURE : preview
                      : "{\"batch\":\"b1\",\"counts\":{\"added\":2}}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    installation.start();
  }

  @AfterEach
  void stop() {
    installation.stop(0);
  }

  @Test
  void aDryRunSaysWhatItUnderstoodAsJson() throws Exception {
    assertThat(run(false, list.toString(), "--dry-run", "--json")).isEqualTo(ImportCommand.DONE);

    JsonNode read = JSON.readTree(said());
    assertThat(read.at("/items/0/question").asString()).isEqualTo("什么是锁？");
    assertThat(read.at("/items/0/line").asInt()).isEqualTo(3);
    assertThat(read.at("/items/0/section/0").asString()).isEqualTo("并发");
    assertThat(read.at("/items/0/kind").asString()).isEqualTo("question");
    assertThat(read.at("/items/0/hasAnswer").asBoolean()).isTrue();
    assertThat(read.at("/items/0/answerLines").toString()).isEqualTo("[[5,5]]");
    assertThat(read.at("/items/1/hasAnswer").asBoolean()).isFalse();
    assertThat(read.path("confidence").asDouble()).isBetween(0.0, 1.0);
    assertThat(read.path("shape").asString()).isNotEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void whoAskedForJsonGetsSomeAlsoWhenNothingIsRead() throws Exception {
    Path binary = Files.write(folder.resolve("list.bin.md"), new byte[] {0, 1, 2, 0, 0, 7});

    assertThat(run(false, binary.toString(), "--dry-run", "--json"))
        .isEqualTo(ImportCommand.REFUSED);
    assertThat(JSON.readTree(lastSaid()).path("code").asString()).isEqualTo("NOT_TEXT");
  }

  @Test
  void aDryRunRefusesAShapeThatNoFileHasAndNamesThoseThatItHas() throws Exception {
    assertThat(run(false, list.toString(), "--dry-run", "--shape", "nonsense"))
        .isEqualTo(ImportCommand.REFUSED);
    assertThat(said()).contains("nonsense", "list.md has number-1").doesNotContain("confidence");

    assertThat(run(false, list.toString(), "--dry-run", "--json", "--shape", "nonsense"))
        .isEqualTo(ImportCommand.REFUSED);
    JsonNode problem = JSON.readTree(lastSaid());
    assertThat(problem.path("code").asString()).isEqualTo("UNKNOWN_SHAPE");
    assertThat(problem.at("/shapes/list.md/0").asString()).isEqualTo("number-1");
  }

  @Test
  void aDryRunReadsTheFilesThatHaveTheShapeByItAndTheOthersAsUsual() throws Exception {
    Path table = Files.writeString(folder.resolve("table.csv"), "锁,互斥\n什么是闩？,门\n");

    assertThat(run(false, list.toString(), table.toString(), "--dry-run", "--shape", "number-1"))
        .isEqualTo(ImportCommand.DONE);

    assertThat(said()).contains("shape number-1", "confidence 0.50, shape column-1");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysInOneSentenceThatAFileCannotBeRead() throws Exception {
    assertThat(run(false, "/proc/self/mem", "--dry-run", "--json")).isEqualTo(ImportCommand.FAILED);

    assertThat(JSON.readTree(lastSaid()).path("code").asString()).isEqualTo("NOT_READABLE");
  }

  @Test
  void looksFirstAndAppliesWhatItSaw() throws Exception {
    assertThat(run(true, list.toString())).isEqualTo(ImportCommand.DONE);

    assertThat(asked).containsExactly("/api/bank/import-previews", "/api/bank/imports");
    assertThat(bodies.getFirst()).contains("filename=\"list.md\"", "什么是锁？");
    assertThat(bodies.getLast()).contains("\"generation\":7", "\"source\":\"list.md\"");
    assertThat(said()).contains("2 added");
  }

  @Test
  void writesNothingWhenThePersonSaysNo() throws Exception {
    assertThat(run(false, list.toString())).isEqualTo(ImportCommand.REFUSED);

    assertThat(asked).containsExactly("/api/bank/import-previews");
  }

  @Test
  void writesNothingWhenTheListIsNotClearEvenIfToldYes() throws Exception {
    preview = SURE.replace("\"sure\":true", "\"sure\":false");

    assertThat(run(true, list.toString(), "--yes")).isEqualTo(ImportCommand.REFUSED);
    assertThat(asked).hasSize(1);
  }

  @Test
  void namesTheShapeOfTheFilesThatHaveItAlsoWithinAnArchive() throws Exception {
    preview =
        """
        {"generation": 6, "sure": false, "warnings": [], "counts": {}, "files": [
          {"name": "in/the/zip.md", "shapes": [{"shape": "list-item"}]},
          {"name": "other.csv", "shapes": [{"shape": "column-1"}]}]}
        """;

    assertThat(run(true, list.toString(), "--yes", "--shape", "heading-3"))
        .isEqualTo(ImportCommand.REFUSED);
    assertThat(said()).contains("heading-3", "in/the/zip.md has list-item. other.csv has column-1");
    assertThat(run(true, list.toString(), "--yes", "--shape", "list-item"))
        .isEqualTo(ImportCommand.DONE);
    assertThat(bodies.getLast())
        .contains("{\"in/the/zip.md\":{\"shape\":\"list-item\"}}", "\"generation\":7");
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertThat(run(true, folder.resolve("no.md").toString())).isEqualTo(ImportCommand.FAILED);
    assertThat(said()).contains("There is no").contains("no.md");
    assertThatThrownBy(() -> run(true)).hasMessage("Name the file to import.");
    assertThatThrownBy(() -> run(true, "--loud")).hasMessage("There is no option --loud.");
    assertThatThrownBy(() -> run(true, "a.md", "--url", "nowhere")).hasMessageContaining("--url");
  }

  private int run(boolean yes, String... arguments) throws InterruptedException {
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    ImportOptions options =
        ImportOptions.parse(
            List.of(arguments),
            Map.of(
                "MOCKINGBIRD_TOKEN",
                "token",
                "MOCKINGBIRD_PUBLIC_URL",
                "http://127.0.0.1:" + installation.getAddress().getPort()));
    return new ImportCommand(options, stream, stream, _ -> yes).run();
  }

  /// Behind what is said to people, which in a shell goes to the other stream.
  private String lastSaid() {
    return said().lines().toList().getLast();
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
