package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionFact;
import dev.mockingbird.search.bank.QuestionHistory;
import dev.mockingbird.search.bank.QuestionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What taking an import back would do to the bank as it is: each question becomes what it was
/// before, unless something else happened to it since. What other imports did that were taken back,
/// before or since, is as if it had never been.
///
/// @param restored earlier versions that are published again
/// @param retired questions that nobody found before
/// @param kept questions that were changed since
record UndoPlan(
    List<ImportPlan.Publication> restored,
    List<ImportPlan.Retirement> retired,
    List<Question> kept) {

  static UndoPlan decide(
      BankEvent.ImportApplied event, Map<String, BankReader.Known> questions, Imports imports) {
    List<ImportPlan.Publication> restored = new ArrayList<>();
    List<ImportPlan.Retirement> retired = new ArrayList<>();
    List<Question> kept = new ArrayList<>();
    for (String id : touched(event)) {
      BankReader.Known known = questions.get(id);
      if (known == null) {
        continue;
      }
      List<QuestionFact> facts =
          imports.standing(known).stream().filter(UndoPlan::decides).toList();
      QuestionState now = known.state();
      if (facts.isEmpty() || !event.batch().equals(facts.getLast().batch())) {
        now.current().ifPresent(kept::add);
        continue;
      }
      Optional<Question> before = before(event.batch(), facts, known);
      QuestionHistory history = known.history();
      int changes = history.counting(known.applied()).size();
      if (before.isPresent()) {
        restored.add(
            new ImportPlan.Publication(
                before.get().numbered(history.versions() + 1),
                false,
                history.guard(),
                changes,
                List.of()));
      } else if (now.current().isPresent()) {
        retired.add(new ImportPlan.Retirement(id, history.guard(), changes));
      }
    }
    return new UndoPlan(restored, retired, kept);
  }

  static List<String> touched(BankEvent.ImportApplied event) {
    return Stream.of(event.added(), event.changed(), event.retired())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  List<ImportPlan.Effect> effects() {
    return Stream.<ImportPlan.Effect>concat(restored.stream(), retired.stream()).toList();
  }

  /// Equal for plans that do the same to the same state of the same questions.
  String basis() {
    return Stream.concat(
            restored.stream().map(it -> it.id() + ":" + it.changes()),
            retired.stream().map(it -> it.id() + ":" + it.changes() + ":retired"))
        .collect(Collectors.joining(" "));
  }

  private static Optional<Question> before(
      String batch, List<QuestionFact> facts, BankReader.Known known) {
    List<QuestionFact> earlier = new ArrayList<>();
    for (QuestionFact fact : facts) {
      if (batch.equals(fact.batch())) {
        break;
      }
      earlier.add(fact);
    }
    return new QuestionHistory(earlier).current(known.applied());
  }

  private static boolean decides(QuestionFact fact) {
    return !(fact.event() instanceof BankEvent.QuestionDrafted)
        && !(fact.event() instanceof BankEvent.DraftDiscarded);
  }
}
