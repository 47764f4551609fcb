package dev.mockingbird.search.bank;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a question, as its journal keeps it.
///
/// @param number dense within the question, from 1
/// @param at the store's clock
public record QuestionFact(BankEvent event, long number, Instant at, PersonId actor) {

  /// The import, or the undoing of one, that it is an effect of; null when a person did it.
  public @Nullable String batch() {
    return switch (event) {
      case BankEvent.QuestionPublished it -> it.batch();
      case BankEvent.QuestionRetired it -> it.batch();
      case BankEvent.QuestionReinstated _,
          BankEvent.QuestionPurged _,
          BankEvent.QuestionDrafted _,
          BankEvent.DraftDiscarded _,
          BankEvent.ImportApplied _,
          BankEvent.ImportUndone _ ->
          null;
    };
  }
}
