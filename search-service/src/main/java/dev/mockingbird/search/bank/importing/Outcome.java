package dev.mockingbird.search.bank.importing;

import java.util.Locale;

/// What becomes of an item.
enum Outcome {
  ADDED,
  CHANGED,
  /// It stands where another wording stood in the list's last import, and is written as an edit of
  /// that question.
  PROPOSED,
  UNCHANGED,
  /// The bank has it from elsewhere, with more to it, or took it out; it stays as it is.
  KNOWN,
  /// List and bank both changed it since the list's last import; the bank's words stay.
  CONFLICT,
  /// The same question stands earlier in the same upload.
  DUPLICATE,
  /// A demand on a person, not a question.
  REQUIREMENT,
  /// A person left it out.
  LEFT,
  /// Longer than a question may be; nothing of it is written.
  TOO_LONG;

  /// Something of it goes into the bank.
  boolean writes() {
    return this == ADDED || this == CHANGED || this == PROPOSED;
  }

  /// Such as `too-long`.
  String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
