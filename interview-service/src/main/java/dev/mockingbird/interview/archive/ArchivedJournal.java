package dev.mockingbird.interview.archive;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.eventlog.JournalKeys;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A [Journal] whose reader need not know where the entries are: in Redis, or, for an ended room
/// that has left it, in the archive. While Kafka is away a read of the latter fails.
final class ArchivedJournal implements Journal {

  private static final Logger log = LoggerFactory.getLogger(ArchivedJournal.class);

  private final Journal redis;
  private final ArchiveIndex index;
  private final ArchivedChunks chunks;
  private final Executor threads;

  /// @param threads that may block
  ArchivedJournal(Journal redis, ArchiveIndex index, ArchivedChunks chunks, Executor threads) {
    this.redis = redis;
    this.index = index;
    this.chunks = chunks;
    this.threads = threads;
  }

  @Override
  public CompletionStage<AppendResult> append(Append append) {
    return redis.append(append);
  }

  @Override
  public CompletionStage<Long> lastAccepted(JournalKeys keys, String client) {
    return redis.lastAccepted(keys, client);
  }

  @Override
  public CompletionStage<Optional<JournalHead>> head(JournalKeys keys) {
    return redis.head(keys);
  }

  @Override
  public CompletionStage<List<JournalEntry>> read(JournalKeys keys, long after, int limit) {
    return redis
        .read(keys, after, limit)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? archived(keys, after, limit)
                    : CompletableFuture.completedStage(found));
  }

  private CompletionStage<List<JournalEntry>> archived(JournalKeys keys, long after, int limit) {
    return index
        .find(keys)
        .thenCompose(
            head ->
                head.filter(it -> it.trimmed() && it.sequence() > after)
                    .map(
                        it ->
                            CompletableFuture.supplyAsync(
                                () -> read(keys, it.chunks(), after, limit), threads))
                    .orElseGet(() -> CompletableFuture.completedFuture(List.of())));
  }

  private List<JournalEntry> read(
      JournalKeys keys, List<ChunkPointer> pointers, long after, int limit) {
    try {
      return pointers.stream()
          .filter(it -> it.last() > after && it.first() <= after + limit)
          .flatMap(it -> chunks.read(keys.id(), it).entries().stream())
          .filter(it -> it.sequence() > after && it.sequence() <= after + limit)
          .toList();
    } catch (ArchiveDisagreesException e) {
      log.error("Room {} cannot be read from the archive: {}", keys.id(), e.getMessage());
      throw e;
    }
  }
}
