package dev.mockingbird.search.bank;

import dev.mockingbird.events.BankEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All that happened to one question, oldest first; versions of an import that was never applied
/// are among it and count for nobody.
record QuestionHistory(List<BankEvent> events) {

  static final QuestionHistory NONE = new QuestionHistory(List.of());

  int versions() {
    return (int) published().count();
  }

  Stream<String> batches() {
    return published().map(BankEvent.QuestionPublished::batch).filter(Objects::nonNull);
  }

  /// @param applied the imports that took effect
  Optional<Question> current(Set<String> applied) {
    Optional<Question> current = Optional.empty();
    for (BankEvent event : events) {
      current =
          switch (event) {
            case BankEvent.QuestionPublished it
                when it.batch() == null || applied.contains(it.batch()) ->
                Optional.of(new Question(it.content(), it.staff(), it.filing()));
            case BankEvent.QuestionPublished _ -> current;
            case BankEvent.QuestionRetired _, BankEvent.QuestionPurged _ -> Optional.empty();
            case BankEvent.QuestionReinstated _,
                BankEvent.QuestionDrafted _,
                BankEvent.DraftDiscarded _,
                BankEvent.ImportApplied _,
                BankEvent.ImportUndone _ ->
                current;
          };
    }
    return current;
  }

  private Stream<BankEvent.QuestionPublished> published() {
    return events.stream()
        .filter(BankEvent.QuestionPublished.class::isInstance)
        .map(BankEvent.QuestionPublished.class::cast);
  }
}
