package dev.mockingbird.search.bank;

import dev.mockingbird.events.Language;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What the bank holds, read from where it is decided. Blocks for Redis.
@Component
public class BankReader {

  private final BankJournal journal;

  BankReader(BankJournal journal) {
    this.journal = journal;
  }

  /// A question and all that counts about it.
  public record Known(QuestionHistory history, Set<String> applied) {

    public QuestionState state() {
      return history.state(applied);
    }
  }

  public Known read(String id) {
    return read(List.of(id)).getOrDefault(id, new Known(QuestionHistory.NONE, Set.of()));
  }

  public Map<String, Known> read(Collection<String> ids) {
    Map<String, QuestionHistory> histories = journal.histories(ids);
    Set<String> applied =
        journal.applied(
            histories.values().stream()
                .flatMap(QuestionHistory::batches)
                .collect(Collectors.toSet()));
    return histories.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> new Known(it.getValue(), applied)));
  }

  public Optional<Question> find(String id) {
    return read(id).state().current();
  }

  /// The question in the other language that is found now; each names the other.
  public Optional<Question> translation(Question question) {
    return counterpart(question)
        .flatMap(this::find)
        .filter(other -> Objects.equals(other.translationKey(), question.translationKey()));
  }

  /// Id of the question in the other language, as a form names it: of what is published the one
  /// that agrees, of other words the one that they ask for, if it is found.
  ///
  /// @param published what stands of the same question
  public Optional<String> linked(Question says, Optional<Question> published) {
    return published
        .filter(it -> Objects.equals(it.translationKey(), says.translationKey()))
        .map(it -> translation(it).map(other -> other.content().id()))
        .orElseGet(() -> counterpart(says).filter(id -> find(id).isPresent()));
  }

  /// Id of the question that this one names as its counterpart, whether or not that one agrees.
  private Optional<String> counterpart(Question question) {
    String key = question.translationKey();
    if (key == null) {
      return Optional.empty();
    }
    Optional<Pair> pair = Pair.parse(key);
    if (pair.isPresent()) {
      return pair.get().beside(question.content().id());
    }
    String field = Identity.key(key, other(question.content().language()));
    return Optional.ofNullable(journal.holders(List.of(field)).get(field))
        .filter(id -> !id.equals(question.content().id()));
  }

  private static Language other(Language language) {
    return switch (language) {
      case CHINESE -> Language.ENGLISH;
      case ENGLISH -> Language.CHINESE;
    };
  }
}
