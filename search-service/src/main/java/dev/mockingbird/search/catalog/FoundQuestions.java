package dev.mockingbird.search.catalog;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.Language;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page of questions with the counts to narrow it further.
record FoundQuestions(
    long total, long tookMs, List<FoundQuestion> items, Map<String, List<Count>> facets) {

  record Count(String value, long count) {}

  /// Plain text with U+E000 and U+E001 around hits; absent where there is none.
  record Marks(@Nullable String title, @Nullable String body) {}

  /// @param missing what nobody has written yet; told to staff alone
  record FoundQuestion(
      String id,
      int version,
      String title,
      @Nullable Language language,
      String topic,
      List<String> furtherTopics,
      @Nullable Difficulty difficulty,
      int minutes,
      List<String> tags,
      boolean hasReference,
      @Nullable List<String> missing,
      Marks highlight) {

    static FoundQuestion of(QuestionDocument document, Marks highlight, boolean staff) {
      return new FoundQuestion(
          document.id(),
          document.version(),
          document.title(),
          document.language(),
          document.topic(),
          document.furtherTopics(),
          document.difficulty(),
          document.minutes(),
          document.tags(),
          document.hasReference(),
          staff ? document.missing() : null,
          highlight);
    }
  }
}
