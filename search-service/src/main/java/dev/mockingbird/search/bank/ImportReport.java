package dev.mockingbird.search.bank;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Sentences;
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

  static ImportReport of(String batch, ImportRequest request, Reading draft, ImportPlan plan) {
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

  private static List<Warning> warnings(Reading draft, ImportPlan plan) {
    List<Warning> warnings = new ArrayList<>();
    draft.warnings().forEach(it -> warnings.add(warning(it)));
    plan.items().stream().flatMap(ImportReport::warning).forEach(warnings::add);
    warnings.sort(Comparator.comparingInt(Warning::line));
    return warnings;
  }

  private static Stream<Warning> warning(ImportPlan.Item item) {
    int line = item.draft().line();
    return switch (item.outcome()) {
      case DUPLICATE ->
          Stream.of(
              warning(ImportWarning.of(line, ImportWarning.Code.DUPLICATE_QUESTION, "earlier")));
      case KNOWN -> Stream.of(warning(ImportWarning.of(line, ImportWarning.Code.KNOWN_QUESTION)));
      case TOO_LONG ->
          Stream.of(warning(ImportWarning.of(line, ImportWarning.Code.QUESTION_TOO_LONG)));
      case ADDED, CHANGED, UNCHANGED, SKIPPED -> Stream.empty();
    };
  }

  private static Warning warning(ImportWarning warning) {
    Sentences sentences = Sentences.in(Language.ENGLISH);
    return new Warning(
        warning.line(),
        warning.code().wire(),
        sentences.of(warning) + " " + sentences.fix(warning));
  }

  private static Item item(ImportPlan.Item item) {
    ReadItem draft = item.draft();
    return new Item(
        draft.line(),
        draft.title(),
        draft.topic(),
        draft.kind().name().toLowerCase(Locale.ROOT),
        draft.hasReference(),
        item.outcome().name().toLowerCase(Locale.ROOT),
        Sentences.in(Language.ENGLISH).of(draft.reason()));
  }
}
