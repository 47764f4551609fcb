package dev.mockingbird.eventlog;

/// @param sequence of the last entry
/// @param facts how many of the entries are facts
public record JournalHead(String epoch, long sequence, long facts, boolean sealed) {}
