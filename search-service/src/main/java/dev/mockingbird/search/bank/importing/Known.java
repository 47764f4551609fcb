package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionFact;
import dev.mockingbird.search.bank.QuestionHistory;
import dev.mockingbird.search.bank.QuestionState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The bank as far as one upload touches it.
///
/// @param holders identity -> id of the question that has it
/// @param questions by id
/// @param source what the list's earlier imports left
record Known(
    Map<String, String> holders, Map<String, BankReader.Known> questions, Imports.Source source) {

  private static final BankReader.Known NOTHING =
      new BankReader.Known(QuestionHistory.NONE, Set.of());

  BankReader.Known question(String id) {
    return questions.getOrDefault(id, NOTHING);
  }

  QuestionState state(String id) {
    return question(id).state();
  }

  Optional<Question> current(String id) {
    return state(id).current();
  }

  /// What the list said about the question the last time, by its words or by what it published.
  Optional<Said> said(String id) {
    return source.said(id).or(() -> lastBrought(id).map(Said::of));
  }

  /// Nobody has changed it in the bank since the list brought it.
  boolean untouched(Question current) {
    String id = current.content().id();
    return said(id)
        .filter(
            it -> (source.broughtLast(question(id)) && !it.edited()) || it.sameAs(Said.of(current)))
        .isPresent();
  }

  /// How much of what happened to the question counts: it grows with every change.
  int changes(String id) {
    BankReader.Known known = question(id);
    return known.history().counting(known.applied()).size();
  }

  boolean changedSince(Instant time) {
    return questions.values().stream()
        .flatMap(it -> it.history().counting(it.applied()).stream())
        .filter(it -> !isDraft(it.event()))
        .anyMatch(it -> !it.at().isBefore(time));
  }

  private Optional<Question> lastBrought(String id) {
    BankReader.Known known = question(id);
    List<QuestionFact> facts = known.history().counting(known.applied());
    return facts.reversed().stream()
        .flatMap(
            it ->
                it.event() instanceof BankEvent.QuestionPublished published
                        && source.brought(published.batch())
                    ? Stream.of(
                        new Question(published.content(), published.staff(), published.filing()))
                    : Stream.empty())
        .findFirst();
  }

  private static boolean isDraft(BankEvent event) {
    return event instanceof BankEvent.QuestionDrafted || event instanceof BankEvent.DraftDiscarded;
  }
}
