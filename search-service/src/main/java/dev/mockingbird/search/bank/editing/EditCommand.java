package dev.mockingbird.search.bank.editing;

import dev.mockingbird.search.bank.QuestionForm;
import org.jspecify.annotations.Nullable;

/// What a person wants of one question.
sealed interface EditCommand {

  /// @param base the version that the person saw, 0 for a question that has none
  /// @param draftBase the draft that is published with it, as the person saw it; null leaves a
  ///   draft that waits where it is
  /// @param draftOn the version that this draft was written upon, as the person saw it: whoever
  ///   takes along a draft of an earlier version says that they know
  /// @param wanted what the form says, with its place in the bank
  record Publish(int base, @Nullable Long draftBase, @Nullable Integer draftOn, Wanted wanted)
      implements EditCommand {}

  /// @param draftBase the number of changes that the draft had when the person saw it
  /// @param draftOn see [Publish#draftOn]
  record SaveDraft(int base, long draftBase, @Nullable Integer draftOn, Wanted wanted)
      implements EditCommand {}

  /// @param translationKey what the form's counterpart makes of it
  /// @param elsewhere another question of the bank says the same
  record Wanted(QuestionForm form, @Nullable String translationKey, boolean elsewhere) {}

  /// @param draftBase the draft as the person saw it; null discards whatever waits
  record DiscardDraft(@Nullable Long draftBase) implements EditCommand {}

  /// @param version whose words count again, as a new version
  record Restore(int version, int base) implements EditCommand {}

  record Retire(String reason) implements EditCommand {}

  record Reinstate() implements EditCommand {}
}
