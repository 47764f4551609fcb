package dev.mockingbird.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The question bank, keyed by question id or batch id on [Topics#BANK].
public sealed interface BankEvent extends DomainEvent {

  /// A new immutable version of a question.
  ///
  /// @param translationKey equal for a question and its counterparts in other languages
  /// @param batch the import it came with; it counts for nobody before that batch's [ImportApplied]
  @WireType("bank.question-published.v1")
  record QuestionPublished(
      QuestionSnapshot content,
      StaffMaterial staff,
      @Nullable String translationKey,
      @Nullable String batch)
      implements BankEvent {}

  @WireType("bank.question-retired.v1")
  record QuestionRetired(String question) implements BankEvent {}

  /// @param rules version of the import rules
  @WireType("bank.import-applied.v1")
  record ImportApplied(
      String batch,
      String source,
      String sha256,
      int rules,
      List<String> added,
      List<String> changed,
      int unchanged)
      implements BankEvent {}
}
