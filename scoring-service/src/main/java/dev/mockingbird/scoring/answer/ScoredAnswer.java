package dev.mockingbird.scoring.answer;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.AnswerSubmitted;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.AnswerRef;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Submission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// From a submitted answer to its score event. Nothing in it depends on when or how often it is
/// made.
final class ScoredAnswer {

  private static final int ID_BYTES = 16;

  private ScoredAnswer() {}

  static Submission submission(AnswerSubmitted answer) {
    return new Submission(
        answer.content().title() + "\n" + answer.content().body(),
        List.of(answer.staff().reference()),
        answer.staff().keyPoints(),
        answer.text(),
        answer.content().language());
  }

  static EventEnvelope<ScoreEvent> event(
      EventEnvelope<?> envelope, AnswerSubmitted answer, Scorer scorer, Assessment assessment) {
    AnswerRef ref =
        new AnswerRef(
            envelope.aggregate(),
            answer.question(),
            answer.attempt(),
            answer.person(),
            answer.content().id(),
            answer.content().version());
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
                  scored.keyPoints());
          case Assessment.NotScored notScored ->
              new ScoreEvent.AnswerNotScored(ref, scorer, notScored.reason());
        };
    return new EventEnvelope<>(
        id(envelope.id(), scorer, event.failed()),
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

  /// A failure is another event than the success that may come after it.
  private static String id(String answerEvent, Scorer scorer, boolean failed) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  String.join(
                          "\n",
                          answerEvent,
                          scorer.name(),
                          scorer.version() + (failed ? "\nfailed" : ""))
                      .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
