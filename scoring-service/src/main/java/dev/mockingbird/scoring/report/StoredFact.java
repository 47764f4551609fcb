package dev.mockingbird.scoring.report;

import dev.mockingbird.events.DomainEvent;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A fact or score inside a document, readable: all of its envelope but the interview, whose
/// document it is.
///
/// @param type its wire type
record StoredFact(
    String id,
    String type,
    String workspace,
    long number,
    long sequence,
    Instant at,
    PersonId actor,
    String correlationId,
    @Nullable String causationId,
    JsonNode data) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static StoredFact of(EventEnvelope<?> envelope) {
    return new StoredFact(
        envelope.id(),
        envelope.type(),
        envelope.workspace(),
        envelope.number(),
        envelope.sequence(),
        envelope.occurredAt(),
        envelope.actor(),
        envelope.correlationId(),
        envelope.causationId(),
        JSON.valueToTree(envelope.data()));
  }

  EventEnvelope<DomainEvent> envelope(String interview) {
    Class<? extends DomainEvent> event =
        EventTypes.find(type)
            .orElseThrow(() -> new IllegalStateException("The report holds an unknown " + type));
    return new EventEnvelope<>(
        id,
        type,
        workspace,
        interview,
        number,
        sequence,
        at,
        actor,
        correlationId,
        causationId,
        JSON.treeToValue(data, event));
  }
}
