package dev.mockingbird.search.bank.markdown;

import static dev.mockingbird.search.bank.reading.ImportWarning.Code.EMPTY_ANSWER;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.EMPTY_ITEM;

import dev.mockingbird.search.bank.reading.ImportWarning;
import java.util.ArrayList;
import java.util.List;

/// Markers of lists that nobody wrote anything behind, such as a lone `16.`.
final class EmptyEntries {

  private EmptyEntries() {}

  /// Below its question such a marker keeps a place for an answer; beside it, for a question.
  static List<ImportWarning> in(RawItem item, boolean unanswered) {
    List<ImportWarning> found = new ArrayList<>();
    List<Piece> owned = item.owned();
    for (int i = 0; i < owned.size(); i++) {
      Piece entry = owned.get(i);
      if (!entry.kind().isEntry() || !entry.said().isEmpty() || opensWithABlock(owned, i)) {
        continue;
      }
      boolean below = entry.lists() > item.start().lists();
      if (unanswered || !below) {
        found.add(ImportWarning.of(entry.line(), below ? EMPTY_ANSWER : EMPTY_ITEM));
      }
    }
    return found;
  }

  /// An entry may open with something else than words, such as a fence.
  private static boolean opensWithABlock(List<Piece> owned, int index) {
    if (index + 1 == owned.size()) {
      return false;
    }
    Piece entry = owned.get(index);
    Piece next = owned.get(index + 1);
    return next.line() <= entry.line() + 1
        && next.lists() >= entry.lists()
        && !(next.kind().isEntry() && next.lists() == entry.lists());
  }
}
