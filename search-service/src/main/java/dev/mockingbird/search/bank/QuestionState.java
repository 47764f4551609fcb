package dev.mockingbird.search.bank;

import dev.mockingbird.events.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of a question: the fold of its history.
///
/// @param last the newest version that counts, also of a retired question
/// @param retired null while the last version is found
/// @param draft what is proposed and counts for nobody yet
/// @param purged nothing of it is left, and nothing comes back
public record QuestionState(
    @Nullable Version last, @Nullable Retirement retired, @Nullable Draft draft, boolean purged) {

  static final QuestionState NONE = new QuestionState(null, null, null, false);

  /// @param batch the import, or the undoing of one, that it came with; null when a person wrote it
  public record Version(Question question, PersonId by, Instant at, @Nullable String batch) {

    public int number() {
      return question.content().version();
    }
  }

  /// @param reason in the words of who retired it
  public record Retirement(
      Instant at, PersonId by, @Nullable String reason, @Nullable String batch) {}

  /// @param base the version it was written upon, 0 for a question that has none
  public record Draft(Question question, int base, PersonId by, Instant at) {}

  /// The version that is found and picked.
  public Optional<Question> current() {
    return last == null || retired != null ? Optional.empty() : Optional.of(last.question());
  }

  /// What staff are shown: the last version, also of a retired question, or the draft of one that
  /// was never published, as version 0.
  Optional<Question> shown() {
    return last != null
        ? Optional.of(last.question())
        : Optional.ofNullable(draft).map(it -> it.question().numbered(0));
  }

  /// The number of the last version that counts, 0 when there is none.
  public int version() {
    return last == null ? 0 : last.number();
  }

  public boolean exists() {
    return last != null || draft != null;
  }
}
