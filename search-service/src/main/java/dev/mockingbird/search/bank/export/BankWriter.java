package dev.mockingbird.search.bank.export;

import dev.mockingbird.search.bank.Question;
import java.io.IOException;

/// Writes questions one after the other, keeping none.
interface BankWriter {

  /// What stands before the first question.
  void begin() throws IOException;

  void write(Question question) throws IOException;
}
