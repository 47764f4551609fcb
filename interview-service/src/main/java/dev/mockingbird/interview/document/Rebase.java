package dev.mockingbird.interview.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings updates that were made on an older version up to date, as `rebaseUpdates` of
/// `@codemirror/collab` does.
public final class Rebase {

  private Rebase() {}

  /// @param updates a page's unconfirmed updates, in order
  /// @param over what the document accepted since the version they were made on; updates of the
  ///   same page at its front are recognised as already accepted and left out
  public static List<Update> rebase(List<Update> updates, List<Update> over) {
    ChangeSet foreign = null;
    int accepted = 0;
    for (Update update : over) {
      Update own = accepted < updates.size() ? updates.get(accepted) : null;
      if (own != null && own.client().equals(update.client())) {
        foreign = foreign == null ? null : foreign.map(own.changes(), true);
        accepted++;
      } else {
        foreign = foreign == null ? update.changes() : foreign.compose(update.changes());
      }
    }
    return mapped(updates.subList(accepted, updates.size()), foreign);
  }

  private static List<Update> mapped(List<Update> updates, @Nullable ChangeSet foreign) {
    if (foreign == null) {
      return List.copyOf(updates);
    }
    ChangeSet over = foreign;
    List<Update> rebased = new ArrayList<>(updates.size());
    for (Update update : updates) {
      rebased.add(new Update(update.client(), update.changes().map(over, false)));
      over = over.map(update.changes(), true);
    }
    return rebased;
  }
}
