package dev.mockingbird.search.catalog;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question as it is indexed. `reference` and `keyPoints` are for staff alone: they are searched
/// for staff only and returned to nobody.
///
/// @param retired left standing so that a late record does not bring the question back
record QuestionDocument(
    String id,
    int version,
    String title,
    String body,
    String topic,
    String topicText,
    @Nullable Language language,
    @Nullable Difficulty difficulty,
    int minutes,
    List<String> tags,
    List<String> tagText,
    boolean hasReference,
    @Nullable String reference,
    @Nullable List<String> keyPoints,
    boolean retired) {

  static QuestionDocument of(BankEvent.QuestionPublished event) {
    var content = event.content();
    return new QuestionDocument(
        content.id(),
        content.version(),
        content.title(),
        content.body(),
        content.topic(),
        content.topic(),
        content.language(),
        content.difficulty(),
        content.minutes(),
        content.tags(),
        content.tags(),
        !event.staff().reference().isBlank(),
        event.staff().reference(),
        event.staff().keyPoints().stream().map(KeyPoint::text).toList(),
        false);
  }

  static QuestionDocument retired(String id) {
    return new QuestionDocument(
        id, 0, "", "", "", "", null, null, 0, List.of(), List.of(), false, null, null, true);
  }
}
