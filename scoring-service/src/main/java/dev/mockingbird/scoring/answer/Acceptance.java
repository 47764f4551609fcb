package dev.mockingbird.scoring.answer;

import dev.mockingbird.events.AnswerScores;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.ProposalAccepted;
import dev.mockingbird.events.ScoreEvent.Scorer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Somebody's wish that a score counts which does not count by itself.
///
/// @param at to the millisecond, like all times in the log
public record Acceptance(PersonId person, Instant at, String correlationId) {

  public Acceptance {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  public EventEnvelope<ScoreEvent> of(AnswerScores.Score score) {
    ProposalAccepted accepted = new ProposalAccepted(score.event().answer(), score.scorer());
    Scorer scorer = accepted.scorer();
    return new EventEnvelope<>(
        Digest.id(
            score.envelope().id(),
            scorer.name(),
            scorer.version(),
            scorer.calibration(),
            person.value(),
            at.toString()),
        EventTypes.wireType(ProposalAccepted.class),
        score.envelope().workspace(),
        score.envelope().aggregate(),
        0,
        0,
        at,
        person,
        correlationId,
        score.envelope().id(),
        accepted);
  }
}
