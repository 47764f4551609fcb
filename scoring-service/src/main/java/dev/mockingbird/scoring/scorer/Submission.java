package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import java.util.List;

/// What there is to score.
///
/// @param question title and body as the candidate saw them
/// @param references answers of which any one is right, Markdown; the best match counts
/// @param keyPoints what a good answer says; empty: derived from each reference
public record Submission(
    String question,
    List<String> references,
    List<KeyPoint> keyPoints,
    String answer,
    Language language) {}
