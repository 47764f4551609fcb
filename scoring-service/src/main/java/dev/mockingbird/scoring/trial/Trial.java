package dev.mockingbird.scoring.trial;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The JSON that goes in, as it is described to others; [TrialReader] also takes what is near it.
///
/// @param references answers of which any one is right
/// @param keyPoints what a good answer says; without them they are derived from each reference
/// @param languageModel whether to send it to the language model that is set; the shell has none
public record Trial(
    String question,
    @Nullable List<String> references,
    @Nullable List<KeyPoint> keyPoints,
    String answer,
    @Nullable Language language,
    @Nullable Boolean languageModel) {}
