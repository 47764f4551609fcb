package dev.mockingbird.scoring.agreement;

import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.model.Encoders;
import dev.mockingbird.scoring.model.Models;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The scorer as an installation tells it to be, for services and commands alike.
public final class InstalledScorer {

  /// Names the file of a team's own calibration to programs that an installation runs.
  public static final String CALIBRATION_VARIABLE = "MOCKINGBIRD_SCORING_CALIBRATION";

  private InstalledScorer() {}

  /// @param calibration a team's own; null: the shipped one
  public static CalibratedScorer with(@Nullable Path calibration, AlignmentScorer scorer)
      throws CalibrationRefused {
    return of(calibration, () -> scorer);
  }

  /// The name that its scores have, without loading anything.
  public static Scorer name(@Nullable Path calibration) throws CalibrationRefused {
    return calibration == null ? AlignmentScorer.SCORER : read(calibration).scorer();
  }

  /// With models that it loads. A calibration is looked at first: that takes no second.
  public static CalibratedScorer load(@Nullable Path calibration) throws CalibrationRefused {
    return of(calibration, InstalledScorer::models);
  }

  private static CalibratedScorer of(@Nullable Path calibration, Supplier<AlignmentScorer> scorer)
      throws CalibrationRefused {
    if (calibration == null) {
      return CalibratedScorer.shipped(AlignmentScorer.SCORER, scorer.get()::assess);
    }
    TeamCalibration own = read(calibration);
    return CalibratedScorer.with(own, scorer.get()::assess);
  }

  private static TeamCalibration read(Path calibration) throws CalibrationRefused {
    return CalibrationFile.read(calibration, AlignmentScorer.SCORER, Models.hashes());
  }

  private static AlignmentScorer models() {
    return new AlignmentScorer(Encoders.load().byLanguage());
  }
}
