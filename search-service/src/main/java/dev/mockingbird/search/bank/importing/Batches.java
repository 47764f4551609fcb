package dev.mockingbird.search.bank.importing;

import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.search.bank.importing.ImportJournal.Asker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/// Writes all effects of a batch, and that it took effect: all or nothing. A batch that broke off
/// counts for nobody, and goes on where it was when it is written again.
@Component
class Batches {

  /// Appends on their way at once: enough that the store never waits for us, few enough that each
  /// is answered within a command's time.
  private static final int TOGETHER = 1_000;

  /// Appends whose data keys are looked up together.
  private static final int STEP = 250;

  private static final AppendResult STANDS = new AppendResult.Seen("", 0);

  private final ImportJournal journal;

  Batches(ImportJournal journal) {
    this.journal = journal;
  }

  /// @param imports how many there were when the batch was decided
  /// @return `Appended`, or `Seen` when it took effect before; anything else: it did not, and is to
  ///   be decided again
  AppendResult write(
      String batch,
      List<? extends ImportPlan.Effect> effects,
      BankEvent event,
      long imports,
      Asker asker,
      KeptAnswer answer) {
    Deque<CompletableFuture<AppendResult>> underway = new ArrayDeque<>();
    AppendResult result = STANDS;
    for (int from = 0; from < effects.size() && stands(result); from += STEP) {
      underway.addAll(
          journal.write(
              effects.subList(from, Math.min(from + STEP, effects.size())), batch, asker));
      while (underway.size() > TOGETHER && stands(result)) {
        result = underway.remove().join();
      }
    }
    // Nothing is on its way any more when the batch is decided again.
    for (CompletableFuture<AppendResult> write : underway) {
      AppendResult last = write.join();
      result = stands(result) ? last : result;
    }
    if (!stands(result)) {
      return result;
    }
    return journal.takeEffect(batch, event, imports, asker, answer);
  }

  private static boolean stands(AppendResult result) {
    return result instanceof AppendResult.Appended || result instanceof AppendResult.Seen;
  }
}
