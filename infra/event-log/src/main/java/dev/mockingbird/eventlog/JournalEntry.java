package dev.mockingbird.eventlog;

import java.time.Instant;

/// @param number the fact's number in the aggregate, 0 when the entry is no fact
/// @param json what was appended
public record JournalEntry(long sequence, Instant at, long number, String json) {}
