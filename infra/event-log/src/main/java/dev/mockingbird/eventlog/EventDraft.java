package dev.mockingbird.eventlog;

import dev.mockingbird.events.DomainEvent;
import dev.mockingbird.events.PersonId;
import org.jspecify.annotations.Nullable;

/// A fact before it has its number and time.
public record EventDraft(
    DomainEvent event, PersonId actor, String correlationId, @Nullable String causationId) {}
