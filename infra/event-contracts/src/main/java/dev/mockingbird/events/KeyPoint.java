package dev.mockingbird.events;

/// One thing that a good answer says.
///
/// @param weight 1 to 3, relative to the other key points of the question
public record KeyPoint(String text, int weight) {}
