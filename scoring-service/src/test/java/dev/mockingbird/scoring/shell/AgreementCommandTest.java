package dev.mockingbird.scoring.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.agreement.CalibratedScorer;
import dev.mockingbird.scoring.agreement.CalibrationRefused;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Submission;
import dev.mockingbird.scoring.trial.Lines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgreementCommandTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void printsATableForEachSetAndLanguageAndWhatItIsWorth() throws Exception {
    String lines =
        graded("b", "q1", "20", 1)
            + graded("b", "q1", "100", 5)
            + graded("b", "q2", "40", 2)
            + graded("b", "q2", "none", 2)
            + graded("a", "q3", "60", 3);

    run(lines, "graded.jsonl");

    assertThat(printed())
        .startsWith(
            """
            a, English: 1 answer to 1 question
                                                                       95 % interval        answers  questions
              Pearson r                                             -  no value
            """
                .stripTrailing())
        .contains("b, English: 4 answers to 2 questions")
        .contains("Not scored, and in none of the figures: 1 TOO_LITTLE_TEXT")
        .contains(
            "  RMSE, grades 0 to 5                               0.000  too few questions          3")
        .contains("  quadratic weighted kappa, 5 steps of 1            1.000  too few questions")
        .contains("  3 scored answers to 2 questions: too few to conclude anything.")
        .doesNotContain("NaN");
  }

  @Test
  void printsTheSameForPrograms() throws Exception {
    run(graded("a", "q1", "20", 1) + graded("a", "q1", "90", 5) + "{}\n", "graded.jsonl", "--json");

    JsonNode json = JSON.readTree(printed());
    assertThat(json.path("scorer").path("calibration").asString()).isEqualTo("2");
    assertThat(json.path("unreadableLines").asInt()).isEqualTo(1);
    JsonNode set = json.path("sets").get(0);
    assertThat(set.path("tooFew").asBoolean()).isTrue();
    assertThat(set.path("figures").path("meanDifference").path("value").asDouble()).isEqualTo(-5);
    assertThat(set.path("figures").path("meanDifference").path("interval").isNull()).isTrue();
    assertThat(set.path("figures").path("macroF1").isNull()).isTrue();
    assertThat(json.has("calibration")).isFalse();
  }

  @Test
  void writesACalibrationAndSaysWhatItIsWorth() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append(
          graded("a", "q" + i % 12, Integer.toString(i * 7 % 101), 2 + i * 7 % 101 * 0.03));
    }
    Path file = folder.resolve("team.calibration");

    run(lines.toString(), "graded.jsonl", "--calibrate", file.toString());

    assertThat(printed())
        .contains(
            "English: a calibration of your own, tried on questions that it was not fitted on")
        .contains("  It helps: RMSE of 100 changes by -")
        .containsPattern("Written to .*team.calibration as team-[0-9a-f]{8}\\.");
    assertThat(file).content().contains("scorer=test", "english.scores=0.0 ");
  }

  @Test
  void tellsTheAgreementAlsoWhereThereIsTooLittleForACalibration() {
    Path file = folder.resolve("team.calibration");

    assertThatExceptionOfType(CalibrationRefused.class)
        .isThrownBy(() -> run(graded("a", "q1", "20", 1), "x", "--calibrate", file.toString()))
        .withMessageContaining("Too few graded answers");

    assertThat(printed()).contains("a, English: 1 answer to 1 question");
    assertThat(file).doesNotExist();
  }

  private static String graded(String set, String question, String answer, double grade) {
    return """
        {"set":"%s","questionId":"%s","question":"q","references":["r"],"answer":"%s","grade":%s,"maxGrade":5}
        """
        .formatted(set, question, answer, grade);
  }

  private void run(String lines, String... arguments) throws Exception {
    PrintStream err = new PrintStream(new ByteArrayOutputStream());
    AgreementOptions options = AgreementOptions.parse(List.of(arguments));
    GradedFile graded =
        GradedFile.read(
            new Lines(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))),
            options.file());
    CalibratedScorer scorer =
        CalibratedScorer.shipped(new Scorer("test", "1", "2"), AgreementCommandTest::byText);
    new AgreementCommand(
            options,
            scorer,
            new Progress(err, false, () -> 0),
            new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(graded);
  }

  private static Assessment byText(Submission submission) {
    if (submission.answer().equals("none")) {
      return new Assessment.NotScored(NotScoredReason.TOO_LITTLE_TEXT);
    }
    int score = Integer.parseInt(submission.answer());
    return new Assessment.Scored(
        score, Math.max(0, score - 10), Math.min(100, score + 10), List.of(), List.of());
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
