package dev.mockingbird.scoring.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.scoring.agreement.CalibratedScorer;
import dev.mockingbird.scoring.agreement.InstalledScorer;
import dev.mockingbird.scoring.trial.Lines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command as a program of its own, with the real models.
class ScoreProgramTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ENGLISH =
      """
      {"question":"How does AOF work?","references":["AOF appends every write command to a log. It is replayed at start."],"answer":"%s"}
      """;
  private static final String CHINESE =
      """
      {"question":"AOF 的原理是什么？","references":["AOF 追加记录每条写命令，重启时重放。"],"answer":"%s"}
      """;

  @Test
  void writesNothingButResultsToItsStandardOutput() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ScoreCommand.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var in = program.getOutputStream()) {
      in.write(
          (ENGLISH.formatted("It appends each write command to a log file.")
                  + "nonsense\n"
                  + CHINESE.formatted("每条写命令都会追加到文件里"))
              .getBytes(StandardCharsets.UTF_8));
    }

    List<JsonNode> out =
        new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(JSON::readTree)
            .toList();

    assertThat(out)
        .extracting(it -> it.path("status").asString(""))
        .containsExactly("SCORED", "NOT_SCORED", "SCORED");
    assertThat(out.getFirst().path("keyPoints").get(0).path("evidence").get(0).asString())
        .contains("appends each write command");
    assertThat(program.waitFor()).isEqualTo(1);
  }

  @Test
  void givesTheSameBytesOnOneThreadAndOnMany() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      lines
          .append(ENGLISH.formatted("appends the write command " + "to a log ".repeat(i % 4)))
          .append(CHINESE.formatted("追加写命令".repeat(1 + i % 3)));
    }
    CalibratedScorer scorer = InstalledScorer.load(null);

    String one = score(scorer, 1, lines.toString());

    assertThat(score(scorer, 4, lines.toString())).isEqualTo(one);
    assertThat(one.lines()).hasSize(24);
  }

  private static String score(CalibratedScorer scorer, int threads, String lines)
      throws IOException, InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Progress progress =
        new Progress(new PrintStream(new ByteArrayOutputStream()), false, System::nanoTime);
    new ScoreCommand(new ScoreLine(scorer), threads, progress)
        .run(new Lines(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
