package dev.mockingbird.search.bank;

import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import org.jspecify.annotations.Nullable;

/// One immutable version of a question.
///
/// @param translationKey equal for a question and its counterparts in other languages
record Question(QuestionSnapshot content, StaffMaterial staff, @Nullable String translationKey) {

  /// Equal but for the version's number.
  boolean says(Question other) {
    return numbered(0).equals(other.numbered(0));
  }

  Question numbered(int version) {
    return new Question(
        new QuestionSnapshot(
            content.id(),
            version,
            content.language(),
            content.topic(),
            content.title(),
            content.body(),
            content.difficulty(),
            content.minutes(),
            content.tags()),
        staff,
        translationKey);
  }
}
