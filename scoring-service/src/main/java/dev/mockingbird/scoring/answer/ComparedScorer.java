package dev.mockingbird.scoring.answer;

import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Submission;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.Function;

/// A second scorer that counts how far it is from the one whose scores count.
final class ComparedScorer implements Function<Submission, Assessment> {

  private final Function<Submission, Assessment> second;
  private final Function<Submission, Assessment> first;
  private final MeterRegistry meters;

  /// @param first whose scores count
  ComparedScorer(
      Function<Submission, Assessment> second,
      Function<Submission, Assessment> first,
      MeterRegistry meters) {
    this.second = second;
    this.first = first;
    this.meters = meters;
  }

  @Override
  public Assessment apply(Submission submission) {
    Assessment proposed = second.apply(submission);
    count(first.apply(submission), proposed);
    return proposed;
  }

  private void count(Assessment counts, Assessment proposed) {
    meters
        .counter(
            "mockingbird.scoring.shadow",
            "outcome",
            Outcome.of(counts, proposed).name().toLowerCase(Locale.ROOT))
        .increment();
    if (counts instanceof Scored one && proposed instanceof Scored other) {
      DistributionSummary.builder("mockingbird.scoring.shadow.difference")
          .description("Points between the shadow and the score that counts")
          .register(meters)
          .record(Math.abs(one.score() - other.score()));
    }
  }

  private enum Outcome {
    UP,
    DOWN,
    SAME,
    /// Only the second gives points.
    SCORED,
    /// Only the first gives points.
    NOT_SCORED;

    static Outcome of(Assessment counts, Assessment proposed) {
      if (!(counts instanceof Scored one)) {
        return proposed instanceof Scored ? SCORED : SAME;
      }
      if (!(proposed instanceof Scored other)) {
        return NOT_SCORED;
      }
      int change = Integer.signum(other.score() - one.score());
      return change == 0 ? SAME : change > 0 ? UP : DOWN;
    }
  }
}
