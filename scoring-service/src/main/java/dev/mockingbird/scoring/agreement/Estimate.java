package dev.mockingbird.scoring.agreement;

import dev.mockingbird.scoring.scorer.Assessment;

/// What a scorer said about a graded answer.
///
/// @param score 0 to 100; NaN where it was not scored
/// @param low end of the 90 % interval, `high` likewise; NaN where there is none
/// @param reason why it was not scored, or empty
public record Estimate(double score, double low, double high, String reason) {

  public static Estimate of(Assessment assessment) {
    return switch (assessment) {
      case Assessment.Scored it -> new Estimate(it.score(), it.low(), it.high(), "");
      case Assessment.NotScored it -> notScored(it.reason().name());
    };
  }

  /// A score without an interval.
  public static Estimate of(double score) {
    return new Estimate(score, Double.NaN, Double.NaN, "");
  }

  public static Estimate notScored(String reason) {
    return new Estimate(Double.NaN, Double.NaN, Double.NaN, reason);
  }

  public boolean scored() {
    return !Double.isNaN(score);
  }
}
