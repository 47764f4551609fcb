package dev.mockingbird.scoring.report;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventDraft;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.events.AccessEvent;
import dev.mockingbird.events.PersonId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Who saw which report, on disk before the report is shown. One journal per interview, in a shard
/// of its own that this service relays.
final class AccessLog {

  static final String TAG = "access";
  private static final long TIMEOUT_SECONDS = 5;

  private final Journal journal;
  private final EventCodec codec;
  private final String client = UUID.randomUUID().toString();
  private long n;

  AccessLog(Journal journal, EventCodec codec) {
    this.journal = journal;
    this.codec = codec;
  }

  /// Blocks until it is written.
  ///
  /// @throws IllegalStateException when the store does not answer: show nothing
  void viewed(String interview, PersonId person, String correlationId) {
    Append.Fact fact =
        codec.draft(
            interview,
            new EventDraft(
                new AccessEvent.ContentViewed(AccessEvent.Content.REPORT, interview),
                person,
                correlationId,
                null));
    JournalKeys keys = new JournalKeys(TAG, TAG, interview);
    boolean birth = false;
    boolean written = false;
    while (!written) {
      switch (answer(send(keys, birth, fact))) {
        case AppendResult.Appended _ -> written = true;
        case AppendResult.Missing _ -> birth = true;
        case AppendResult.Exists _ -> birth = false;
        // Overtaken by a later view of this instance: ask again under a new number.
        case AppendResult.Seen _ -> birth = false;
        case AppendResult.Conflict _, AppendResult.Taken _, AppendResult.Sealed _ ->
            throw new IllegalStateException("The access journal is never guarded nor sealed");
      }
    }
  }

  /// Numbers are taken and sent in one order, or the later one would make the earlier a repeat.
  private synchronized CompletionStage<AppendResult> send(
      JournalKeys keys, boolean birth, Append.Fact fact) {
    n++;
    return journal.append(new Append(keys, birth, client, n, List.of(fact)));
  }

  private static AppendResult answer(CompletionStage<AppendResult> stage) {
    try {
      return stage.toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The access could not be written down", e);
    }
  }
}
