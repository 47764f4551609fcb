package dev.mockingbird.scoring.answer;

import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import dev.mockingbird.scoring.scorer.Submission;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scorer under watch: timed, and tried again a few times before it says that it failed.
public final class MeasuredScorer {

  private static final Logger log = LoggerFactory.getLogger(MeasuredScorer.class);
  private static final int TRIES = 3;

  private final Scorer name;
  private final Function<Submission, Assessment> scorer;
  private final MeterRegistry meters;

  public MeasuredScorer(
      Scorer name, Function<Submission, Assessment> scorer, MeterRegistry meters) {
    this.name = name;
    this.scorer = scorer;
    this.meters = meters;
  }

  public Scorer name() {
    return name;
  }

  public Assessment assess(Submission submission) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Timer.Sample sample = Timer.start(meters);
      try {
        Assessment assessment = scorer.apply(submission);
        sample.stop(timer(submission, outcome(assessment)));
        return assessment;
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
    return new NotScored(NotScoredReason.SCORING_FAILED);
  }

  private static String outcome(Assessment assessment) {
    return switch (assessment) {
      case Assessment.Scored scored -> "scored";
      case NotScored it -> it.reason().failure() ? "failed" : "not_scored";
    };
  }

  private Timer timer(Submission submission, String outcome) {
    return Timer.builder("mockingbird.scoring.duration")
        .description("Time to score one answer")
        .tag("scorer", name.name() + "/" + name.version() + "/" + name.calibration())
        .tag("language", submission.language().name().toLowerCase(java.util.Locale.ROOT))
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .register(meters);
  }
}
