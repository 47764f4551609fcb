package dev.mockingbird.scoring.answer;

import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.EventConsumer;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.RoomEvent.AnswerSubmitted;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Scores each submitted answer and returns only when the broker has all the scores, so that the
/// offset is committed after them. A store that is away is waited for; an answer that the scorer
/// itself fails on goes to the dead-letter topic, is told as not scored, and holds nobody up.
final class AnswerConsumer implements EventConsumer {

  private static final Logger log = LoggerFactory.getLogger(AnswerConsumer.class);

  private final MeasuredScorer scorer;
  private final Standing standing;
  private final ScoreTopic scores;
  private final DeadAnswers deadAnswers;

  /// @param standing of what the scorer finds
  AnswerConsumer(
      MeasuredScorer scorer, Standing standing, ScoreTopic scores, DeadAnswers deadAnswers) {
    this.scorer = scorer;
    this.standing = standing;
    this.scores = scores;
    this.deadAnswers = deadAnswers;
  }

  @Override
  public void handle(List<Decoded> batch) throws Exception {
    List<Future<?>> sent = new ArrayList<>();
    for (Decoded decoded : batch) {
      if (decoded instanceof Decoded.Readable(EventEnvelope<?> envelope)
          && envelope.data() instanceof AnswerSubmitted answer) {
        try (var _ = MDC.putCloseable("correlationId", envelope.correlationId())) {
          EventEnvelope<ScoreEvent> score = score(envelope, answer);
          if (score.data().failed()) {
            sent.add(deadAnswers.send(envelope));
          }
          sent.add(scores.send(score));
        }
      }
    }
    for (Future<?> acknowledged : sent) {
      acknowledged.get();
    }
  }

  private EventEnvelope<ScoreEvent> score(EventEnvelope<?> envelope, AnswerSubmitted answer) {
    var assessment = scorer.assess(ScoredAnswer.submission(answer));
    var score = ScoredAnswer.event(envelope, answer, scorer.name(), assessment, standing);
    log.info(
        "Scored question {} attempt {} of interview {} by {}: {}",
        answer.question(),
        answer.attempt(),
        envelope.aggregate(),
        scorer.name().name(),
        score.type());
    return score;
  }
}
