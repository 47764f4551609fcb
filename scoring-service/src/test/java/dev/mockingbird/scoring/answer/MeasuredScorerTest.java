package dev.mockingbird.scoring.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import dev.mockingbird.scoring.scorer.Submission;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeasuredScorerTest {

  private static final Scorer NAME = new Scorer("test", "1", "");
  private static final Submission SUBMISSION =
      new Submission("", List.of(), List.of(), "text", Language.ENGLISH);

  private static final NotScored FAILED = new NotScored(NotScoredReason.SCORING_FAILED);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void triesAgainWhenTheScorerFails() {
    NotScored outcome = new NotScored(NotScoredReason.NO_REFERENCE);
    MeasuredScorer scorer =
        new MeasuredScorer(
            NAME,
            it -> {
              if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException();
              }
              return outcome;
            },
            meters);
    assertThat(scorer.assess(SUBMISSION)).isEqualTo(outcome);
  }

  @Test
  void takesAStackThatOverflowsForAFailureToo() {
    MeasuredScorer scorer =
        new MeasuredScorer(
            NAME,
            it -> {
              throw new StackOverflowError();
            },
            meters);
    assertThat(scorer.assess(SUBMISSION)).isEqualTo(FAILED);
  }

  @Test
  void givesUpAfterAFewTriesAndCountsThem() {
    MeasuredScorer scorer =
        new MeasuredScorer(
            NAME,
            it -> {
              calls.incrementAndGet();
              throw new IllegalStateException();
            },
            meters);
    assertThat(scorer.assess(SUBMISSION)).isEqualTo(FAILED);
    assertThat(calls).hasValue(3);
    assertThat(meters.get("mockingbird.scoring.duration").tag("outcome", "failed").timer().count())
        .isEqualTo(3);
  }
}
