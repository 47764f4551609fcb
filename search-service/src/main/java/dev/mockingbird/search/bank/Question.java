package dev.mockingbird.search.bank;

import dev.mockingbird.events.Filing;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import org.jspecify.annotations.Nullable;

/// One immutable version of a question.
public record Question(QuestionSnapshot content, StaffMaterial staff, Filing filing) {

  public @Nullable String translationKey() {
    return filing.translationKey();
  }

  /// Equal but for the version's number and the list it came from.
  public boolean says(Question other) {
    return bare().equals(other.bare());
  }

  private Question bare() {
    Question bare = numbered(0);
    return new Question(
        bare.content, staff, new Filing(filing.furtherTopics(), null, filing.translationKey()));
  }

  public Question numbered(int version) {
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
        filing);
  }
}
