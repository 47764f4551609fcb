package dev.mockingbird.scoring.answer;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.AnswerSubmitted;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.AnswerNotScored;
import dev.mockingbird.events.ScoreEvent.AnswerRef;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Submission;
import java.util.List;

/// From a submitted answer to its score event. Nothing in it depends on when or how often it is
/// made.
public final class ScoredAnswer {

  private ScoredAnswer() {}

  public static Submission submission(AnswerSubmitted answer) {
    return new Submission(
        answer.content().title() + "\n" + answer.content().body(),
        List.of(answer.staff().reference()),
        answer.staff().keyPoints(),
        answer.text(),
        answer.content().language());
  }

  /// @param envelope of the answer
  public static EventEnvelope<ScoreEvent> event(
      EventEnvelope<?> envelope,
      AnswerSubmitted answer,
      Scorer scorer,
      Assessment assessment,
      Standing standing) {
    AnswerRef ref =
        new AnswerRef(
            envelope.aggregate(),
            answer.question(),
            answer.attempt(),
            answer.person(),
            answer.content().id(),
            answer.content().version(),
            Digest.of(submission(answer)));
    ScoreEvent event =
        switch (assessment) {
          case Assessment.Scored scored ->
              new ScoreEvent.AnswerScored(
                  ref,
                  scorer,
                  scored.score(),
                  scored.low(),
                  scored.high(),
                  scored.rules().stream().map(Enum::name).toList(),
                  scored.keyPoints(),
                  standing);
          case Assessment.NotScored notScored ->
              new AnswerNotScored(ref, scorer, notScored.reason(), standing);
        };
    return new EventEnvelope<>(
        id(envelope.id(), event, standing),
        EventTypes.wireType(event.getClass()),
        envelope.workspace(),
        envelope.aggregate(),
        0,
        envelope.sequence(),
        envelope.occurredAt(),
        PersonId.SYSTEM,
        envelope.correlationId(),
        envelope.id(),
        event);
  }

  /// A failure is another event than the success that may come after it, and a proposal another
  /// than a score that counts.
  private static String id(String answerEvent, ScoreEvent event, Standing standing) {
    Scorer scorer = event.scorer();
    return Digest.id(
        answerEvent,
        scorer.name(),
        scorer.version(),
        scorer.calibration(),
        standing.name(),
        event instanceof AnswerNotScored it && it.failed() ? it.reason().name() : "");
  }
}
