package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A container that a reader has to open, such as `<details>`.
///
/// @param parent index of the fold around it; -1 when there is none
/// @param summary where the text that is always shown stands
/// @param text what is always shown, Markdown
record Fold(Lines lines, int parent, Lines summary, String text) {

  /// By each line of their summaries; a line that several share is the first one's.
  static Map<Integer, Fold> bySummary(List<Fold> folds) {
    Map<Integer, Fold> bySummary = new HashMap<>();
    for (Fold fold : folds) {
      for (int line = fold.summary().from(); line <= fold.summary().to(); line++) {
        bySummary.putIfAbsent(line, fold);
      }
    }
    return bySummary;
  }
}
