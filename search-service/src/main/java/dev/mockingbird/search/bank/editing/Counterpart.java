package dev.mockingbird.search.bank.editing;

import dev.mockingbird.search.bank.Question;
import org.jspecify.annotations.Nullable;

/// The question in the other language that a form names.
sealed interface Counterpart {

  record None() implements Counterpart {}

  /// It names one that is not found.
  record Unknown() implements Counterpart {}

  /// @param linkedTo what it is linked with now
  record Known(Question question, @Nullable String linkedTo) implements Counterpart {}
}
