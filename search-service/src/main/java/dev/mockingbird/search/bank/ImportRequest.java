package dev.mockingbird.search.bank;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import org.jspecify.annotations.Nullable;

/// Somebody wants this list in the bank.
///
/// @param source name of the list; keys are unique within it
/// @param idempotencyKey the actor's own name for this request: once it was answered, its repeats
///   do nothing and get the same answer
record ImportRequest(
    String markdown,
    String source,
    Language language,
    PersonId actor,
    String correlationId,
    @Nullable String idempotencyKey) {

  String sha256() {
    return Identity.digest(markdown);
  }

  /// The same list over the same bank is the same batch, so that an import that broke off, or runs
  /// on two instances at once, goes on where it is.
  ///
  /// @param generation how many imports took effect before it
  String batch(long generation) {
    String all =
        String.join(
            "\n",
            source,
            language.name(),
            Integer.toString(MarkdownReader.RULES),
            Long.toString(generation),
            sha256());
    return "b" + Identity.digest(all).substring(0, 15);
  }

  /// Equal for requests that ask for the same.
  String fingerprint() {
    return batch(0);
  }
}
