package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionFact;
import dev.mockingbird.search.bank.QuestionHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A bank without a store: what would be written is written on paper.
final class PaperBank {

  static final String SOURCE = "list";
  private static final PersonId SOMEBODY = new PersonId("demo:1001");

  private final Map<String, String> holders = new HashMap<>();
  private final Map<String, List<QuestionFact>> questions = new HashMap<>();
  private final List<QuestionFact> imports = new ArrayList<>();
  private long clock;

  static ImportRequest request() {
    return ImportRequest.of(SOURCE, Language.CHINESE);
  }

  static ImportRequest request(Map<String, ItemChoice> items, String... retire) {
    return new ImportRequest(
        SOURCE, Language.CHINESE, null, Map.of(), items, List.of(retire), null);
  }

  ImportPlan preview(String list) {
    return preview(request(), list);
  }

  ImportPlan preview(ImportRequest request, String list) {
    ListImport wanted = Lists.wanted(request, list, null);
    Imports.Source source = imports().source(request.source());
    List<ListItem> items =
        ListItem.of(wanted.read(), request, ImportDecider.splitBefore(holders, source));
    return ImportDecider.decide(
        request.source(), items, request.retire(), new Known(holders, known(), source));
  }

  ImportPlan apply(String list) {
    return apply(request(), list);
  }

  ImportPlan apply(ImportRequest request, String list) {
    ListImport wanted = Lists.wanted(request, list, null);
    ImportPlan plan = preview(request, list);
    String batch = wanted.batch(imports.size(), plan);
    plan.effects().forEach(it -> write(it, batch));
    fact(imports, plan.event(batch, wanted));
    return plan;
  }

  /// An import that wrote everything and died before it took effect.
  void breakOff(ImportRequest request, String list) {
    ImportPlan plan = preview(request, list);
    String batch = Lists.wanted(request, list, null).batch(imports.size(), plan);
    plan.effects().forEach(it -> write(it, batch));
  }

  UndoPlan undo(String batch) {
    BankEvent.ImportApplied event = imports().find(batch).orElseThrow().event();
    UndoPlan plan = UndoPlan.decide(event, known(), imports());
    plan.effects().forEach(it -> write(it, "undo-" + batch));
    fact(
        imports,
        new BankEvent.ImportUndone(
            "undo-" + batch,
            batch,
            plan.restored().stream().map(ImportPlan.Effect::id).toList(),
            plan.retired().stream().map(ImportPlan.Effect::id).toList(),
            plan.kept().stream().map(it -> it.content().id()).toList()));
    return plan;
  }

  void edit(String id, UnaryOperator<Question> edit) {
    QuestionHistory history = known().get(id).history();
    Question edited = edit.apply(current(id)).numbered(history.versions() + 1);
    fact(
        questions.get(id),
        new BankEvent.QuestionPublished(edited.content(), edited.staff(), edited.filing(), null));
  }

  void answer(String id, String reference) {
    edit(id, it -> answered(it, reference));
  }

  void retire(String id) {
    fact(questions.get(id), new BankEvent.QuestionRetired(id, "leaked", null));
  }

  Question current(String id) {
    return known().get(id).state().current().orElseThrow();
  }

  /// Titles of all questions that are found.
  List<String> titles() {
    return known().values().stream()
        .flatMap(it -> it.state().current().stream())
        .map(it -> it.content().title())
        .sorted()
        .toList();
  }

  String id(String title) {
    return known().entrySet().stream()
        .filter(
            it ->
                it.getValue().state().current().stream()
                    .anyMatch(question -> question.content().title().equals(title)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  String lastBatch() {
    return imports().all().getLast().event().batch();
  }

  Imports imports() {
    return Imports.of(imports);
  }

  /// What imports of old did not tell.
  void forgetWhatWasSaid() {
    imports.replaceAll(
        fact ->
            fact.event() instanceof BankEvent.ImportApplied it
                ? new QuestionFact(
                    new BankEvent.ImportApplied(
                        it.batch(),
                        it.source(),
                        it.sha256(),
                        it.rules(),
                        it.added(),
                        it.changed(),
                        it.unchanged(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of()),
                    fact.number(),
                    fact.at(),
                    fact.actor())
                : fact);
  }

  static Question answered(Question question, String reference) {
    StaffMaterial staff = question.staff();
    return new Question(
        question.content(),
        new StaffMaterial(
            reference,
            staff.keyPoints(),
            staff.hints(),
            staff.sources(),
            staff.rubric(),
            staff.followUps()),
        question.filing());
  }

  static Question titled(Question question, String title) {
    QuestionSnapshot content = question.content();
    return new Question(
        new QuestionSnapshot(
            content.id(),
            content.version(),
            content.language(),
            content.topic(),
            title,
            content.body(),
            content.difficulty(),
            content.minutes(),
            content.tags()),
        question.staff(),
        question.filing());
  }

  private Map<String, BankReader.Known> known() {
    return questions.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                it ->
                    new BankReader.Known(
                        new QuestionHistory(List.copyOf(it.getValue())), imports().batches())));
  }

  /// As the journal does it: once for each batch, and only upon what it was decided on.
  private void write(ImportPlan.Effect effect, String batch) {
    List<QuestionFact> facts = questions.computeIfAbsent(effect.id(), _ -> new ArrayList<>());
    if (effect.guard() != new QuestionHistory(facts).guard() || effect.birth() != facts.isEmpty()) {
      throw new AssertionError("guard of " + effect.id());
    }
    switch (effect) {
      case ImportPlan.Publication it -> {
        for (String field : it.claims()) {
          String holder = holders.putIfAbsent(field, it.id());
          if (holder != null && !holder.equals(it.id())) {
            throw new AssertionError("taken by " + holder);
          }
        }
        fact(
            facts,
            new BankEvent.QuestionPublished(
                it.question().content(), it.question().staff(), it.question().filing(), batch));
      }
      case ImportPlan.Retirement it ->
          fact(facts, new BankEvent.QuestionRetired(it.id(), null, batch));
    }
  }

  private void fact(List<QuestionFact> facts, BankEvent event) {
    facts.add(new QuestionFact(event, facts.size() + 1, Instant.ofEpochSecond(clock++), SOMEBODY));
  }
}
