package dev.mockingbird.search.bank;

import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an import would do to the bank as it is.
record ImportPlan(List<Item> items) {

  /// @param publication absent when nothing is to be written
  record Item(ReadItem draft, Outcome outcome, @Nullable Publication publication) {}

  /// A new version.
  ///
  /// @param guard see [QuestionHistory#guard]
  /// @param claims identities it takes
  record Publication(Question question, long guard, List<String> claims) {}

  enum Outcome {
    ADDED,
    CHANGED,
    UNCHANGED,
    /// The bank has it from elsewhere, with more to it; it stays as it is.
    KNOWN,
    /// The same question stands earlier in the same list.
    DUPLICATE,
    /// A demand on a person, not a question.
    SKIPPED,
    /// Longer than a question may be; nothing of it is written.
    TOO_LONG;

    /// How [KeptAnswer] spells it: its first letter, which no other has.
    char letter() {
      return name().charAt(0);
    }

    static Outcome of(char letter) {
      return Stream.of(values()).filter(it -> it.letter() == letter).findFirst().orElseThrow();
    }
  }

  long count(Outcome outcome) {
    return items.stream().filter(item -> item.outcome() == outcome).count();
  }

  List<Publication> publications() {
    return items.stream().map(Item::publication).filter(java.util.Objects::nonNull).toList();
  }

  List<String> ids(Outcome outcome) {
    return items.stream()
        .filter(item -> item.outcome() == outcome && item.publication() != null)
        .map(item -> java.util.Objects.requireNonNull(item.publication()).question().content().id())
        .toList();
  }
}
