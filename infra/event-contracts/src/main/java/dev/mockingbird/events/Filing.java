package dev.mockingbird.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a question is filed: for the bank alone, so no room carries it.
///
/// @param furtherTopics beside the topic of its content
/// @param source name of the list it came from; absent when it was written in the app
/// @param translationKey equal for a question and its counterparts in other languages
public record Filing(
    List<String> furtherTopics, @Nullable String source, @Nullable String translationKey) {

  public static final Filing NONE = new Filing(List.of(), null, null);
}
