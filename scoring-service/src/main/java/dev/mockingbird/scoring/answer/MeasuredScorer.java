package dev.mockingbird.scoring.answer;

import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Submission;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scorer under watch: timed, and tried again a few times before it counts as failed.
final class MeasuredScorer {

  private static final Logger log = LoggerFactory.getLogger(MeasuredScorer.class);
  private static final int TRIES = 3;

  private final Scorer name;
  private final Function<Submission, Assessment> scorer;
  private final MeterRegistry meters;

  MeasuredScorer(Scorer name, Function<Submission, Assessment> scorer, MeterRegistry meters) {
    this.name = name;
    this.scorer = scorer;
    this.meters = meters;
  }

  Scorer name() {
    return name;
  }

  /// Empty when the scorer keeps failing on it.
  Optional<Assessment> assess(Submission submission) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Timer.Sample sample = Timer.start(meters);
      try {
        Assessment assessment = scorer.apply(submission);
        sample.stop(timer(submission, outcome(assessment)));
        return Optional.of(assessment);
      } catch (RuntimeException | StackOverflowError e) {
        sample.stop(timer(submission, "failed"));
        // The message may quote the answer; the type and the place do not.
        log.error(
            "Scoring failed, try {} of {}: {} at {}",
            attempt,
            TRIES,
            e.getClass().getName(),
            e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
      }
    }
    return Optional.empty();
  }

  private static String outcome(Assessment assessment) {
    return switch (assessment) {
      case Assessment.Scored scored -> "scored";
      case Assessment.NotScored notScored -> "not_scored";
    };
  }

  private Timer timer(Submission submission, String outcome) {
    return Timer.builder("mockingbird.scoring.duration")
        .description("Time to score one answer")
        .tag("language", submission.language().name().toLowerCase(java.util.Locale.ROOT))
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .register(meters);
  }
}
