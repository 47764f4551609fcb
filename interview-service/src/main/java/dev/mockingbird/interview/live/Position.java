package dev.mockingbird.interview.live;

/// A place in a room's journal.
///
/// @param epoch changes whenever continuity is not proven; positions of different epochs cannot be
///   compared
public record Position(String epoch, long sequence) {}
