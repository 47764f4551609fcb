package dev.mockingbird.scoring.shell;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.agreement.CalibratedScorer;
import dev.mockingbird.scoring.agreement.CalibrationFile;
import dev.mockingbird.scoring.agreement.CalibrationRefused;
import dev.mockingbird.scoring.agreement.Models;
import dev.mockingbird.scoring.agreement.TeamCalibration;
import dev.mockingbird.scoring.model.OnnxEncoder;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The scorer with its models, without a server.
final class OfflineScorer {

  private OfflineScorer() {}

  /// @param calibration a team's own; null: the shipped one
  static CalibratedScorer load(@Nullable Path calibration) throws CalibrationRefused {
    if (calibration == null) {
      return CalibratedScorer.shipped(AlignmentScorer.SCORER, models()::assess);
    }
    TeamCalibration own =
        CalibrationFile.read(calibration, AlignmentScorer.SCORER, Models.hashes());
    return CalibratedScorer.with(own, models()::assess);
  }

  private static AlignmentScorer models() {
    CompletableFuture<OnnxEncoder> english = CompletableFuture.supplyAsync(OnnxEncoder::english);
    OnnxEncoder chinese = OnnxEncoder.chinese();
    return new AlignmentScorer(Map.of(Language.ENGLISH, english.join(), Language.CHINESE, chinese));
  }
}
