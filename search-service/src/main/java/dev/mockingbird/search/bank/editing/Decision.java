package dev.mockingbird.search.bank.editing;

import dev.mockingbird.events.BankEvent;
import java.util.List;

/// What becomes of a command.
sealed interface Decision {

  /// @param events empty when the bank says this already
  record Accepted(List<BankEvent> events) implements Decision {}

  record Refused(Refusal reason) implements Decision {}
}
