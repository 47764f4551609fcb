package dev.mockingbird.interview.document;

import java.util.ArrayList;
import java.util.List;

/// Brings updates that were made on an older version up to date, exactly as the page that made them
/// does when it receives what it missed.
///
/// Both map over one update at a time. `rebaseUpdates` of `@codemirror/collab` maps over the
/// composition of all of them instead, which can break a tie differently, so that page and
/// authority would drift apart (see `ConvergenceTest`).
public final class Rebase {

  private Rebase() {}

  /// @param updates a page's unconfirmed updates, in order
  /// @param over what the document accepted since the version they were made on; updates of the
  ///   same page are recognised, in order, as already accepted and left out
  public static List<Update> rebase(List<Update> updates, List<Update> over) {
    List<Update> pending = new ArrayList<>(updates);
    for (Update accepted : over) {
      boolean own = !pending.isEmpty() && pending.getFirst().client().equals(accepted.client());
      if (own) {
        pending.removeFirst();
      } else {
        mapOver(pending, accepted.changes());
      }
    }
    return List.copyOf(pending);
  }

  private static void mapOver(List<Update> pending, ChangeSet accepted) {
    ChangeSet over = accepted;
    for (int i = 0; i < pending.size(); i++) {
      Update update = pending.get(i);
      pending.set(i, new Update(update.client(), update.changes().map(over, false)));
      over = over.map(update.changes(), true);
    }
  }
}
