package dev.mockingbird.events;

/// A fact: it happened and may not be refused. Each case carries its [WireType].
public sealed interface DomainEvent
    permits RoomEvent, InterviewEvent, BankEvent, ScoreEvent, AccessEvent {}
