package dev.mockingbird.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What every fact travels in.
///
/// @param id unique and stable over redeliveries: `<aggregate>/<number>`, or a digest for derived
///   events
/// @param type the event's [WireType]
/// @param aggregate what the fact is about and the record's key in Kafka: an interview id, a
///   question id, a batch id
/// @param number dense within the aggregate and topic, from 1; a consumer drops what is not above
///   the last one applied and stops on a gap. 0 for derived events, which are told apart by id
/// @param sequence position in the aggregate's journal; not dense in facts
/// @param occurredAt the deciding store's clock, never the moment of handling
/// @param actor person id, or `system`
/// @param causationId id of the event that led to this one
public record EventEnvelope<E extends DomainEvent>(
    String id,
    String type,
    String workspace,
    String aggregate,
    long number,
    long sequence,
    Instant occurredAt,
    PersonId actor,
    String correlationId,
    @Nullable String causationId,
    E data) {}
