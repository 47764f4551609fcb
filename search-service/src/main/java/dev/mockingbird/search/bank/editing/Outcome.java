package dev.mockingbird.search.bank.editing;

import dev.mockingbird.search.bank.BankReader.Known;
import dev.mockingbird.search.bank.QuestionState;
import org.jspecify.annotations.Nullable;

/// What a command came to.
sealed interface Outcome {

  /// @param version that stands now, 0 while there is none
  /// @param draftBase see [dev.mockingbird.search.bank.QuestionHistory#drafts]
  record Done(String id, int version, long draftBase) implements Outcome {}

  /// @param known what stands instead
  /// @param existing the question that says the same, for [Refusal#QUESTION_EXISTS]
  record Refused(Refusal reason, Known known, @Nullable Existing existing) implements Outcome {}

  record Existing(String id, QuestionState state) {}
}
