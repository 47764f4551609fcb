package dev.mockingbird.scoring.answer;

import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.EventConsumer;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.RoomEvent.AnswerSubmitted;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Submission;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a second scorer propose, and counts how far it is from the first. What it fails on is left
/// out: nobody waits for it.
final class ShadowConsumer implements EventConsumer {

  private static final Logger log = LoggerFactory.getLogger(ShadowConsumer.class);

  private final ShadowScorer shadow;
  private final Function<Submission, Assessment> first;
  private final ScoreTopic scores;
  private final MeterRegistry meters;

  /// @param first the scorer whose scores count
  ShadowConsumer(
      ShadowScorer shadow,
      Function<Submission, Assessment> first,
      ScoreTopic scores,
      MeterRegistry meters) {
    this.shadow = shadow;
    this.first = first;
    this.scores = scores;
    this.meters = meters;
  }

  @Override
  public void handle(List<Decoded> batch) throws Exception {
    List<Future<?>> sent = new ArrayList<>();
    for (Decoded decoded : batch) {
      if (decoded instanceof Decoded.Readable(EventEnvelope<?> envelope)
          && envelope.data() instanceof AnswerSubmitted answer) {
        EventEnvelope<ScoreEvent> proposal = proposal(envelope, answer);
        if (!proposal.data().failed()) {
          sent.add(scores.send(proposal));
        }
      }
    }
    for (Future<?> acknowledged : sent) {
      acknowledged.get();
    }
  }

  private EventEnvelope<ScoreEvent> proposal(EventEnvelope<?> envelope, AnswerSubmitted answer) {
    Submission submission = ScoredAnswer.submission(answer);
    Assessment assessment = assess(shadow.scorer(), submission);
    count(assess(first, submission), assessment);
    return ScoredAnswer.event(envelope, answer, shadow.name(), assessment, Standing.PROPOSED);
  }

  private static Assessment assess(Function<Submission, Assessment> scorer, Submission submission) {
    try {
      return scorer.apply(submission);
    } catch (RuntimeException | StackOverflowError e) {
      // The message may quote the answer.
      log.warn("The shadow leaves an answer out: {}", e.getClass().getName());
      return new NotScored(NotScoredReason.SCORING_FAILED);
    }
  }

  private void count(Assessment counts, Assessment proposed) {
    Outcome outcome = Outcome.of(counts, proposed);
    meters
        .counter("mockingbird.scoring.shadow", "outcome", outcome.name().toLowerCase(Locale.ROOT))
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
    /// Only the shadow gives points.
    SCORED,
    /// Only the scorer that counts gives points.
    NOT_SCORED,
    FAILED;

    static Outcome of(Assessment counts, Assessment proposed) {
      if (proposed instanceof NotScored it && it.reason().failure()) {
        return FAILED;
      }
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
