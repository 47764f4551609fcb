package dev.mockingbird.scoring.agreement;

import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Rule;
import dev.mockingbird.scoring.scorer.Submission;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A scorer as an installation uses it: with the shipped calibration, or with a team's own on top
/// of it. Evidence and verdicts are the same with either.
public final class CalibratedScorer implements Function<Submission, Assessment> {

  private final Scorer name;
  private final Function<Submission, Assessment> scorer;
  private final @Nullable TeamCalibration calibration;

  private CalibratedScorer(
      Scorer name, Function<Submission, Assessment> scorer, @Nullable TeamCalibration calibration) {
    this.name = name;
    this.scorer = scorer;
    this.calibration = calibration;
  }

  public static CalibratedScorer shipped(Scorer name, Function<Submission, Assessment> scorer) {
    return new CalibratedScorer(name, scorer, null);
  }

  /// @param scorer the one that the calibration was fitted on
  public static CalibratedScorer with(
      TeamCalibration calibration, Function<Submission, Assessment> scorer) {
    return new CalibratedScorer(calibration.scorer(), scorer, calibration);
  }

  /// With the calibration that its scores went through.
  public Scorer name() {
    return name;
  }

  @Override
  public Assessment apply(Submission submission) {
    Assessment shipped = scorer.apply(submission);
    if (calibration == null
        || !(shipped instanceof Scored scored)
        || !isCalibrated(scored)
        || !calibration.curves().containsKey(submission.language())) {
      return shipped;
    }
    return through(calibration.curves().get(submission.language()).curve(), scored);
  }

  /// What is surely nothing, or no answer, is so for every grader.
  static boolean isCalibrated(Scored scored) {
    return scored.high() > 0 && scored.rules().stream().noneMatch(Rule::denies);
  }

  static Scored through(Curve curve, Scored shipped) {
    int score = (int) Math.round(curve.score(shipped.score()));
    return new Scored(
        score,
        Math.min(score, (int) Math.round(curve.low(shipped.score()))),
        Math.max(score, (int) Math.round(curve.high(shipped.score()))),
        shipped.rules(),
        shipped.keyPoints());
  }
}
