package dev.mockingbird.scoring.report;

import dev.mockingbird.events.DomainEvent;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A fact or score inside a document, readable.
///
/// @param type its wire type
record StoredFact(String type, Instant at, JsonNode data) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static StoredFact of(EventEnvelope<?> envelope) {
    return new StoredFact(
        envelope.type(), envelope.occurredAt(), JSON.valueToTree(envelope.data()));
  }

  DomainEvent event() {
    Class<? extends DomainEvent> event =
        EventTypes.find(type)
            .orElseThrow(() -> new IllegalStateException("The report holds an unknown " + type));
    return JSON.treeToValue(data, event);
  }
}
