package dev.mockingbird.search.bank;

import dev.mockingbird.events.BankEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All that happened to one question, oldest first; what an import did that was never applied is
/// among it and counts for nobody.
public record QuestionHistory(List<QuestionFact> facts) {

  public static final QuestionHistory NONE = new QuestionHistory(List.of());

  /// How many versions there are, so the number of the last one.
  public int versions() {
    return (int) count(BankEvent.QuestionPublished.class);
  }

  /// The version of [BankJournal#VERSIONS]: a decision about what is found was made upon it.
  public long guard() {
    return facts.stream().filter(fact -> movesOnVersions(fact.event())).count();
  }

  /// The version of [BankJournal#DRAFT]: how many changes the draft has had.
  public long drafts() {
    return count(BankEvent.QuestionDrafted.class) + count(BankEvent.DraftDiscarded.class);
  }

  /// Those whose effect on this question counts once they are applied.
  public Stream<String> batches() {
    return facts.stream()
        .map(QuestionFact::batch)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull);
  }

  /// @param applied the batches that took effect
  public Optional<Question> current(Set<String> applied) {
    return state(applied).current();
  }

  /// @param applied the batches that took effect
  public QuestionState state(Set<String> applied) {
    QuestionState state = QuestionState.NONE;
    for (QuestionFact fact : counting(applied)) {
      state = evolve(state, fact);
    }
    return state;
  }

  /// What counts, oldest first.
  ///
  /// @param applied the batches that took effect
  public List<QuestionFact> counting(Set<String> applied) {
    return facts.stream()
        .filter(
            fact -> {
              String batch = fact.batch();
              return batch == null || applied.contains(batch);
            })
        .toList();
  }

  private static QuestionState evolve(QuestionState state, QuestionFact fact) {
    if (state.purged()) {
      return state;
    }
    return switch (fact.event()) {
      case BankEvent.QuestionPublished it ->
          new QuestionState(
              new QuestionState.Version(
                  new Question(it.content(), it.staff(), it.filing()),
                  fact.actor(),
                  fact.at(),
                  it.batch()),
              null,
              state.draft(),
              false);
      case BankEvent.QuestionRetired it ->
          new QuestionState(
              state.last(),
              new QuestionState.Retirement(fact.at(), fact.actor(), it.reason(), it.batch()),
              state.draft(),
              false);
      case BankEvent.QuestionReinstated _ ->
          new QuestionState(state.last(), null, state.draft(), false);
      case BankEvent.QuestionPurged _ -> new QuestionState(null, null, null, true);
      case BankEvent.QuestionDrafted it ->
          new QuestionState(
              state.last(),
              state.retired(),
              new QuestionState.Draft(
                  new Question(it.content(), it.staff(), it.filing()),
                  it.base(),
                  fact.actor(),
                  fact.at()),
              false);
      case BankEvent.DraftDiscarded _ ->
          new QuestionState(state.last(), state.retired(), null, false);
      case BankEvent.ImportApplied _, BankEvent.ImportUndone _ -> state;
    };
  }

  private long count(Class<? extends BankEvent> type) {
    return facts.stream().filter(fact -> type.isInstance(fact.event())).count();
  }

  private static boolean movesOnVersions(BankEvent event) {
    return switch (event) {
      case BankEvent.QuestionPublished _,
          BankEvent.QuestionRetired _,
          BankEvent.QuestionReinstated _,
          BankEvent.QuestionPurged _ ->
          true;
      case BankEvent.QuestionDrafted _,
          BankEvent.DraftDiscarded _,
          BankEvent.ImportApplied _,
          BankEvent.ImportUndone _ ->
          false;
    };
  }
}
