package dev.mockingbird.search.bank;

import dev.mockingbird.search.bank.markdown.DraftItem;
import dev.mockingbird.search.bank.markdown.ImportDraft;
import dev.mockingbird.search.bank.markdown.ImportWarning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What an import understood and did, item by item.
///
/// @param shape what was taken for a question, and why
record ImportReport(
    String batch,
    String source,
    String shape,
    long added,
    long changed,
    long unchanged,
    long requirements,
    List<Item> items,
    List<Warning> warnings) {

  record Item(
      int line,
      String title,
      String topic,
      String kind,
      boolean hasReference,
      String outcome,
      String because) {}

  record Warning(int line, String code, String message) {}

  static ImportReport of(String batch, ImportRequest request, ImportDraft draft, ImportPlan plan) {
    return new ImportReport(
        batch,
        request.source(),
        draft.shape(),
        plan.count(ImportPlan.Outcome.ADDED),
        plan.count(ImportPlan.Outcome.CHANGED),
        plan.count(ImportPlan.Outcome.UNCHANGED) + plan.count(ImportPlan.Outcome.KNOWN),
        plan.count(ImportPlan.Outcome.SKIPPED),
        plan.items().stream().map(ImportReport::item).toList(),
        warnings(draft, plan));
  }

  private static List<Warning> warnings(ImportDraft draft, ImportPlan plan) {
    List<Warning> warnings = new ArrayList<>();
    draft
        .warnings()
        .forEach(it -> warnings.add(new Warning(it.line(), it.code().wire(), it.message())));
    plan.items().stream().flatMap(ImportReport::warning).forEach(warnings::add);
    warnings.sort(Comparator.comparingInt(Warning::line));
    return warnings;
  }

  private static Stream<Warning> warning(ImportPlan.Item item) {
    int line = item.draft().line();
    return switch (item.outcome()) {
      case DUPLICATE ->
          Stream.of(
              new Warning(
                  line,
                  ImportWarning.Code.DUPLICATE_QUESTION.wire(),
                  "The same question stands earlier in this list; this one was left out."));
      case KNOWN ->
          Stream.of(
              new Warning(
                  line,
                  ImportWarning.Code.KNOWN_QUESTION.wire(),
                  "The bank has this question from another list or with an answer; it stays so."));
      case TOO_LONG ->
          Stream.of(
              new Warning(
                  line,
                  ImportWarning.Code.QUESTION_TOO_LONG.wire(),
                  "This question is longer than 64 KB with its reference and was left out. Shorten"
                      + " it, or split it, and import the list again."));
      case ADDED, CHANGED, UNCHANGED, SKIPPED -> Stream.empty();
    };
  }

  private static Item item(ImportPlan.Item item) {
    DraftItem draft = item.draft();
    return new Item(
        draft.line(),
        draft.title(),
        draft.topic(),
        draft.kind().name().toLowerCase(Locale.ROOT),
        draft.hasReference(),
        item.outcome().name().toLowerCase(Locale.ROOT),
        draft.because());
  }
}
