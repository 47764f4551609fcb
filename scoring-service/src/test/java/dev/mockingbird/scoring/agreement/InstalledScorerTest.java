package dev.mockingbird.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.agreement.TeamCalibration.Fitted;
import dev.mockingbird.scoring.model.Models;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledScorerTest {

  @TempDir Path folder;

  @Test
  void goesByTheNameOfTheCalibrationThatItsScoresWentThrough() throws Exception {
    Path file = folder.resolve("team.calibration");
    TeamCalibration own = own(AlignmentScorer.SCORER);
    CalibrationFile.write(own, file);

    assertThat(InstalledScorer.name(null)).isEqualTo(AlignmentScorer.SCORER);
    assertThat(InstalledScorer.name(file))
        .isEqualTo(
            new Scorer(
                AlignmentScorer.SCORER.name(), AlignmentScorer.SCORER.version(), own.name()));
  }

  @Test
  void doesNotLoadWithACalibrationOfAnother() throws Exception {
    Path file = folder.resolve("team.calibration");
    CalibrationFile.write(own(new Scorer("alignment", "0", "0")), file);

    assertThatExceptionOfType(CalibrationRefused.class)
        .isThrownBy(() -> InstalledScorer.load(file))
        .withMessageContaining("was fitted on the scorer alignment 0");
  }

  private static TeamCalibration own(Scorer fittedOn) {
    Curve curve = CurveFit.of(CurveFitTest.lenient(200));
    return new TeamCalibration(
        fittedOn,
        Map.of(
            Language.CHINESE,
            new Fitted(Models.hashes().getOrDefault(Language.CHINESE, ""), 200, 40, curve)));
  }
}
