package dev.mockingbird.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.agreement.TeamCalibration.Fitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationFileTest {

  private static final Scorer SCORER = new Scorer("alignment", "2", "2");
  private static final Map<Language, String> MODELS =
      Map.of(Language.ENGLISH, "abc", Language.CHINESE, "def");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aFile() {
    file = folder.resolve("team.calibration");
  }

  @Test
  void comesBackAsItWasWritten() throws Exception {
    TeamCalibration calibration = calibration(400);
    CalibrationFile.write(calibration, file);

    TeamCalibration read = CalibrationFile.read(file, SCORER, MODELS);

    assertThat(read.name()).isEqualTo(calibration.name()).matches("team-[0-9a-f]{8}");
    assertThat(read.scorer()).isEqualTo(new Scorer("alignment", "2", calibration.name()));
    assertThat(read.curves().get(Language.ENGLISH).curve().lows())
        .isEqualTo(calibration.curves().get(Language.ENGLISH).curve().lows());
    assertThat(calibration(300).name()).isNotEqualTo(calibration.name());
  }

  @Test
  void isReadWithTheLineEndsOfAnotherSystem() throws Exception {
    CalibrationFile.write(calibration(400), file);
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

    assertThat(CalibrationFile.read(file, SCORER, MODELS).name())
        .isEqualTo(calibration(400).name());
  }

  @Test
  void isRefusedForAnotherScorerOrModel() throws Exception {
    CalibrationFile.write(calibration(400), file);

    assertRefused(
        new Scorer("alignment", "3", "3"),
        MODELS,
        "was fitted on the scorer alignment 2 with calibration 2, and this is alignment 3 with"
            + " calibration 3: make it again with");
    assertRefused(
        SCORER, Map.of(Language.ENGLISH, "xyz"), "was fitted on another model for english");
  }

  @Test
  void isRefusedWhenItWasChangedOrIsNone() throws Exception {
    assertRefused(SCORER, MODELS, "There is no " + file);
    CalibrationFile.write(calibration(400), file);
    String written = Files.readString(file);

    Files.writeString(file, written.replaceFirst("scores=0.0 ", "scores=1.0 "));
    assertRefused(SCORER, MODELS, "was changed after it was made");
    Files.writeString(file, written.replaceFirst("scores=0.0 ", "scores=NaN "));
    assertRefused(SCORER, MODELS, "was changed after it was made");
    Files.writeString(file, written.replaceFirst("english.lows=.*\n", ""));
    assertRefused(SCORER, MODELS, "was changed after it was made");
    Files.writeString(file, "{\"question\":\"\\u\"}");
    assertRefused(SCORER, MODELS, "is no calibration");
    Files.write(file, new byte[] {(byte) 0xff, 0, 1});
    assertRefused(SCORER, MODELS, "cannot be read");
    Files.write(file, new byte[200_000]);
    assertRefused(SCORER, MODELS, "is no calibration");
  }

  @Test
  void neverTakesThePlaceOfAnotherFile() throws IOException {
    Files.writeString(file, "{\"question\":\"q\",\"answer\":\"a\",\"grade\":1,\"maxGrade\":1}\n");

    assertThatExceptionOfType(CalibrationRefused.class)
        .isThrownBy(() -> CalibrationFile.write(calibration(400), file))
        .withMessageContaining("is there already and is no calibration");
    assertThatExceptionOfType(CalibrationRefused.class)
        .isThrownBy(() -> CalibrationFile.requireFree(folder.resolve("no/such/folder")))
        .withMessageContaining("Nothing can be written");
  }

  private void assertRefused(Scorer scorer, Map<Language, String> models, String sentence) {
    assertThatExceptionOfType(CalibrationRefused.class)
        .isThrownBy(() -> CalibrationFile.read(file, scorer, models))
        .satisfies(it -> assertThat(it.sentence()).contains(sentence));
  }

  private static TeamCalibration calibration(int answers) {
    return new TeamCalibration(
        SCORER,
        Map.of(
            Language.ENGLISH,
            new Fitted("abc", answers, 40, CurveFit.of(CurveFitTest.lenient(answers)))));
  }
}
