package dev.mockingbird.search.bank.editing;

import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.Pair;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionForm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which question in the other language a form names, and what that makes of the question's own
/// filing. Blocks for Redis.
@Component
class Links {

  private final BankReader bank;

  Links(BankReader bank) {
    this.bank = bank;
  }

  Counterpart named(QuestionForm form) {
    String id = form.translation();
    if (id == null) {
      return new Counterpart.None();
    }
    return bank.find(id)
        .<Counterpart>map(
            it ->
                new Counterpart.Known(
                    it, bank.translation(it).map(linked -> linked.content().id()).orElse(null)))
        .orElse(new Counterpart.Unknown());
  }

  /// A question that a list gave a key keeps it until somebody links or unlinks it by hand.
  ///
  /// @param last the last version, null when there is none
  @Nullable String key(String id, @Nullable Question last, QuestionForm form) {
    Optional<String> linked =
        last == null ? Optional.empty() : bank.translation(last).map(it -> it.content().id());
    String wanted = form.translation();
    if (wanted == null) {
      return linked.isPresent() || last == null ? null : last.translationKey();
    }
    return linked.filter(wanted::equals).isPresent() && last != null
        ? last.translationKey()
        : Pair.of(id, wanted).key();
  }
}
