package dev.mockingbird.events;

import java.util.List;

/// The part of one question version that a candidate may read, as it was when it was picked.
///
/// @param title the question itself, plain text
/// @param body what belongs to the question below its title, Markdown; may be empty
/// @param minutes planned time, 1 to 120
public record QuestionSnapshot(
    String id,
    int version,
    Language language,
    String topic,
    String title,
    String body,
    Difficulty difficulty,
    int minutes,
    List<String> tags) {}
