package dev.mockingbird.scoring.answer;

import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventConsumer;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.RoomEvent.AnswerSubmitted;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Scores each submitted answer and returns only when the broker has all the scores, so that the
/// offset is committed after them. A store that is away is waited for; an answer that the scorer
/// itself fails on goes to the dead-letter topic, is told as not scored, and holds nobody up.
final class AnswerConsumer implements EventConsumer {

  private static final Logger log = LoggerFactory.getLogger(AnswerConsumer.class);

  private final MeasuredScorer scorer;
  private final EventCodec codec;
  private final Producer<String, String> producer;
  private final DeadAnswers deadAnswers;

  AnswerConsumer(
      MeasuredScorer scorer,
      EventCodec codec,
      Producer<String, String> producer,
      DeadAnswers deadAnswers) {
    this.scorer = scorer;
    this.codec = codec;
    this.producer = producer;
    this.deadAnswers = deadAnswers;
  }

  @Override
  public void handle(List<Decoded> batch) throws Exception {
    List<Future<?>> sent = new ArrayList<>();
    for (Decoded decoded : batch) {
      if (decoded instanceof Decoded.Readable(EventEnvelope<?> envelope)
          && envelope.data() instanceof AnswerSubmitted answer) {
        try (var _ = MDC.putCloseable("correlationId", envelope.correlationId())) {
          for (ProducerRecord<String, String> outcome : outcome(envelope, answer)) {
            sent.add(producer.send(outcome));
          }
        }
      }
    }
    for (Future<?> acknowledged : sent) {
      acknowledged.get();
    }
  }

  private List<ProducerRecord<String, String>> outcome(
      EventEnvelope<?> envelope, AnswerSubmitted answer) throws Exception {
    var assessment = scorer.assess(ScoredAnswer.submission(answer));
    return assessment.isPresent()
        ? List.of(score(envelope, answer, assessment.get()))
        : List.of(
            deadAnswers.letter(envelope),
            score(envelope, answer, new NotScored(NotScoredReason.SCORING_FAILED)));
  }

  private ProducerRecord<String, String> score(
      EventEnvelope<?> envelope, AnswerSubmitted answer, Assessment assessment) {
    var score = ScoredAnswer.event(envelope, answer, scorer.name(), assessment, Standing.COUNTS);
    log.info(
        "Scored question {} attempt {} of interview {}: {}",
        answer.question(),
        answer.attempt(),
        envelope.aggregate(),
        score.type());
    return ScoreRecord.of(score, codec);
  }
}
