package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.QuestionFact;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which question of the bank an item is by itself; absent when it is none.
///
/// @param known the bank
record Recognition(Known known) {

  /// By the first of these that there is.
  @Nullable String any(ListItem item) {
    String told = told(item);
    String named = told == null ? named(item) : told;
    return named == null ? heldByWords(item) : named;
  }

  /// By a person's word.
  @Nullable String told(ListItem item) {
    String match = item.choice().match();
    return match != null && !item.choice().isNew() && known.state(match).last() != null
        ? match
        : null;
  }

  /// By the word of an export, or of the list itself.
  @Nullable String named(ListItem item) {
    String exported = item.read().metadata().id();
    if (exported != null && known.state(exported).last() != null) {
      return exported;
    }
    String key = item.identity().key();
    return key == null ? null : known.holders().get(key);
  }

  @Nullable String heldByWords(ListItem item) {
    return item.identities()
        .map(Identity::text)
        .flatMap(text -> Stream.ofNullable(known.holders().get(text)).filter(id -> says(id, text)))
        .findFirst()
        .orElse(null);
  }

  /// Words that a question has of an import alone that never took effect are nobody's.
  private boolean says(String id, String text) {
    BankReader.Known question = known.question(id);
    List<QuestionFact> counting = question.history().counting(question.applied());
    List<QuestionFact> all = question.history().facts();
    return counting.size() == all.size()
        || counting.stream().anyMatch(says(text))
        || all.stream().noneMatch(says(text));
  }

  private static Predicate<QuestionFact> says(String text) {
    return fact ->
        fact.event() instanceof BankEvent.QuestionPublished it
            && Identity.text(it.content().language(), it.content().title(), it.content().body())
                .equals(text);
  }
}
