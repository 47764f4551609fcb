package dev.mockingbird.scoring.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mockingbird.events.ScoreEvent.KeyPointScore;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Span;
import dev.mockingbird.events.ScoreEvent.Verdict;
import dev.mockingbird.scoring.agreement.CalibratedScorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Rule;
import dev.mockingbird.scoring.scorer.Submission;
import dev.mockingbird.scoring.trial.Lines;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreCommandTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void printsTheScoreWithItsEvidenceAndNothingElse() throws Exception {
    String out = score(1, line("It appends, in order."));

    assertThat(out)
        .isEqualTo(
            """
            {"score":21,"interval":[16,26],"status":"SCORED","reason":"LONG_ANSWER",\
            "notes":["LONG_ANSWER"],"keyPoints":[{"text":"appends","weight":2,"verdict":"COVERED",\
            "similarity":0.5,"evidence":["It"],"spans":[{"from":0,"to":2}],"missed":["order"],\
            "rules":["NEGATION"]}],"scorer":{"name":"test","version":"1","calibration":"2"}}
            """);
  }

  @Test
  void keepsTheOrderAndTheBytesOnOneThreadOrMany() throws Exception {
    String lines =
        IntStream.range(0, 300)
            .mapToObj(i -> i % 7 == 3 ? "{broken" + i : line("x".repeat(1 + i * 31 % 97)))
            .collect(Collectors.joining("\n"));

    String one = score(1, lines);
    String many = score(8, lines);

    assertThat(many).isEqualTo(one);
    assertThat(one.lines()).hasSize(300);
    assertThat(one.lines().toList().get(4)).startsWith("{\"score\":28,");
  }

  @Test
  void tellsABadLineInItsPlaceAndScoresTheOthers() throws Exception {
    List<JsonNode> out =
        score(2, line("a") + "\n\n{\"question\":\"q\",\"answer\":7}\n" + line("b"), 1)
            .lines()
            .map(JSON::readTree)
            .toList();

    assertThat(out).hasSize(3);
    assertThat(out.get(0).path("score").asInt()).isEqualTo(1);
    assertThat(out.get(2).path("score").asInt()).isEqualTo(1);
    JsonNode bad = out.get(1);
    assertThat(bad.path("score").isNull()).isTrue();
    assertThat(bad.path("interval").isNull()).isTrue();
    assertThat(bad.path("status").asString()).isEqualTo("NOT_SCORED");
    assertThat(bad.path("reason").asString()).isEqualTo("INVALID_INPUT");
    String error = "line 3, /answer: It is a number, and should be text: put it in quotes.";
    assertThat(bad.path("error").asString()).isEqualTo(error);
    assertThat(bad.propertyNames())
        .containsExactly(
            "score", "interval", "status", "reason", "notes", "keyPoints", "scorer", "error");
    assertThat(said()).contains(error).contains("not scored: 1 INVALID_INPUT");
  }

  @Test
  void saysSoWhenTheScorerCannotAndGoesOn() throws Exception {
    String out = score(2, line("") + "\n" + line("fail") + "\n" + line("abc"), 1);

    assertThat(out.lines().map(JSON::readTree).map(it -> it.path("reason").asString("")))
        .containsExactly("TOO_LITTLE_TEXT", "SCORING_FAILED", "LONG_ANSWER");
    assertThat(said()).contains("line 2: The scorer failed on it (IllegalStateException)");
  }

  @Test
  void complainsWhereThereIsNoModelToScoreWith() throws Exception {
    String out = score(2, line("no model"), 1);

    assertThat(JSON.readTree(out).path("reason").asString()).isEqualTo("MODEL_UNAVAILABLE");
    assertThat(said()).contains("line 1: Its language's model does not load");
  }

  @Test
  void tellsAFewOfManyComplaintsBesideTheResults() throws Exception {
    String out = score(2, "nonsense\n".repeat(100), 1);

    assertThat(out.lines()).hasSize(100).allMatch(it -> it.contains("INVALID_INPUT"));
    assertThat(said().lines().filter(it -> it.startsWith("line "))).hasSize(20);
    assertThat(said()).contains("More lines are wrong");
  }

  @Test
  void endsQuietlyWhenNobodyReadsOnAlthoughTheInputIsEndless() throws Exception {
    AtomicLong read = new AtomicLong();
    OutputStream closing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    int exit = command(4).run(new Lines(endless(read)), closing);

    assertThat(exit).isZero();
    assertThat(said()).isEmpty();
    assertThat(read.get()).isLessThan(10_000_000);
  }

  @Test
  void failsWhenResultsCannotBeWritten() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> command(2).run(lines(line("a")), full))
        .withMessage("No space left on device");
  }

  /// A program that writes an answer and waits for its score gets it.
  @Test
  void answersBeforeTheNextLineComes() throws Exception {
    var from = new PipedOutputStream();
    var in = new PipedInputStream(from);
    var results = new PipedInputStream();
    var out = new PipedOutputStream(results);
    Thread running =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    command(2).run(new Lines(in), out);
                    out.close();
                  } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                });
    var reader = new BufferedReader(new InputStreamReader(results, StandardCharsets.UTF_8));

    for (int i = 1; i <= 3; i++) {
      from.write((line("x".repeat(i)) + "\n").getBytes(StandardCharsets.UTF_8));
      from.flush();
      assertThat(reader.readLine()).startsWith("{\"score\":" + i + ",");
    }

    from.close();
    assertThat(reader.readLine()).isNull();
    running.join();
  }

  private static InputStream endless(AtomicLong read) {
    byte[] line = (line("a") + "\n").getBytes(StandardCharsets.UTF_8);
    return new InputStream() {
      @Override
      public int read() {
        return line[(int) (read.getAndIncrement() % line.length)];
      }

      @Override
      public int read(byte[] into, int from, int length) {
        for (int i = 0; i < length; i++) {
          into[from + i] = (byte) read();
        }
        return length;
      }
    };
  }

  private String score(int threads, String lines) throws Exception {
    return score(threads, lines, lines.contains("{broken") ? 1 : 0);
  }

  private String score(int threads, String lines, int exit) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(command(threads).run(lines(lines), out)).isEqualTo(exit);
    return out.toString(StandardCharsets.UTF_8);
  }

  private ScoreCommand command(int threads) {
    Progress progress =
        new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), false, () -> 0);
    Function<Submission, Assessment> scorer = ScoreCommandTest::byLength;
    return new ScoreCommand(
        new ScoreLine(CalibratedScorer.shipped(new Scorer("test", "1", "2"), scorer)),
        threads,
        progress);
  }

  private static Assessment byLength(Submission submission) {
    if (submission.answer().isEmpty()) {
      return new Assessment.NotScored(NotScoredReason.TOO_LITTLE_TEXT);
    }
    if (submission.answer().equals("fail")) {
      throw new IllegalStateException("with what the candidate wrote");
    }
    if (submission.answer().equals("no model")) {
      return new Assessment.NotScored(NotScoredReason.MODEL_UNAVAILABLE);
    }
    int score = submission.answer().length();
    return new Assessment.Scored(
        score,
        score - 5,
        score + 5,
        List.of(Rule.LONG_ANSWER),
        List.of(
            new KeyPointScore(
                "appends",
                2,
                Verdict.COVERED,
                0.5,
                score < 2 ? List.of() : List.of(new Span(0, 2)),
                List.of("order"),
                List.of("NEGATION"))));
  }

  private static String line(String answer) {
    return "{\"question\":\"q\",\"references\":[\"r\"],\"answer\":\"" + answer + "\"}";
  }

  private static Lines lines(String text) {
    return new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
