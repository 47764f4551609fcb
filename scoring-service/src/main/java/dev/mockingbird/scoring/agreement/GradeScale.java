package dev.mockingbird.scoring.agreement;

import java.util.List;

/// The scale on which people graded.
///
/// @param max the best grade
/// @param steps into how many equal steps the grades divide it; weighted kappa counts in these
/// @param own false where the grades are of several scales, or divide theirs into nothing regular:
///   then they are compared as hundredths, in ten steps
public record GradeScale(double max, int steps, boolean own) {

  private static final int MOST_STEPS = 100;
  private static final GradeScale HUNDREDTHS = new GradeScale(100, 10, false);

  /// The fewest equal steps on which every grade lies.
  static GradeScale of(List<GradedAnswer> answers) {
    double max = answers.isEmpty() ? 0 : answers.getFirst().maxGrade();
    if (answers.isEmpty() || answers.stream().anyMatch(it -> it.maxGrade() != max)) {
      return HUNDREDTHS;
    }
    double[] shares = answers.stream().mapToDouble(it -> it.grade() / max).distinct().toArray();
    for (int steps = 1; steps <= MOST_STEPS; steps++) {
      if (onSteps(shares, steps)) {
        return new GradeScale(max, steps, true);
      }
    }
    return HUNDREDTHS;
  }

  private static boolean onSteps(double[] shares, int steps) {
    for (double share : shares) {
      double place = share * steps;
      if (Math.abs(place - Math.rint(place)) > 1e-6 * steps) {
        return false;
      }
    }
    return true;
  }

  /// The step nearest to a score or grade of 100.
  long step(double percent) {
    return Math.round(percent / 100 * steps);
  }
}
