package dev.mockingbird.search.bank;

import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import java.util.ArrayList;
import java.util.List;

/// What an import answered, small enough to be kept for ever beside its effect: what became of each
/// item. The rest of the answer is read from the list, which a repeat sends again.
///
/// @param request fingerprint of what was asked
/// @param outcomes one letter for each item, in the order of the list
record KeptAnswer(String request, String batch, String outcomes) {

  static KeptAnswer of(ImportRequest request, String batch, ImportPlan plan) {
    StringBuilder outcomes = new StringBuilder();
    plan.items().forEach(item -> outcomes.append(item.outcome().letter()));
    return new KeptAnswer(request.fingerprint(), batch, outcomes.toString());
  }

  static KeptAnswer parse(String text) {
    String[] parts = text.split(" ", 3);
    return new KeptAnswer(parts[0], parts[1], parts[2]);
  }

  String text() {
    return String.join(" ", request, batch, outcomes);
  }

  /// @throws org.springframework.web.ErrorResponseException when something else was asked
  ImportReport report(ImportRequest again, Reading draft) {
    if (!request.equals(again.fingerprint())) {
      throw BankProblems.keyReused();
    }
    List<ImportPlan.Item> items = new ArrayList<>();
    for (ReadItem item : draft.items()) {
      items.add(
          new ImportPlan.Item(item, ImportPlan.Outcome.of(outcomes.charAt(items.size())), null));
    }
    return ImportReport.of(batch, again, draft, new ImportPlan(items));
  }
}
