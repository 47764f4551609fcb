package dev.mockingbird.eventlog;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The log of one aggregate: the place where its truth is decided.
///
/// - **Atomic**: an append is written whole, with its outbox entries, or not at all.
/// - **Durable**: its stage completes only when the entries are on disk.
/// - **Ordered**: entries are numbered 1, 2, 3 … without holes; appends to one journal that are
///   sent one after the other take effect in that order.
/// - **Once**: a repeat of (client, n) changes nothing and says so.
/// - **Unanswered**: when the stage fails, the append is neither accepted nor refused; send it
///   again with the same client and n.
public interface Journal {

  CompletionStage<AppendResult> append(Append append);

  /// Entries with a sequence above `after`, in order, at most `limit` of them.
  CompletionStage<List<JournalEntry>> read(JournalKeys keys, long after, int limit);

  /// The number of the client's last accepted append, 0 when there is none.
  CompletionStage<Long> lastAccepted(JournalKeys keys, String client);

  /// Empty when the journal does not exist.
  CompletionStage<Optional<JournalHead>> head(JournalKeys keys);
}
