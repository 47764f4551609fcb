package dev.mockingbird.search.bank.purge;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventDraft;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.BankJournal;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.Map;

/// Purges in an order that can be cut off anywhere and begun again: first the fact that it is
/// purged, from which the index empties its documents and which keeps every later version away,
/// then the key without which Kafka's copy cannot be read, then what Redis holds.
///
/// The digests of its wordings stay: a list that brings the question once more is recognised and
/// brings it to nobody.
final class Purging {

  private static final String CLIENT = "system/purge";

  private final StatefulRedisConnection<String, String> redis;
  private final Journal journal;
  private final EventCodec codec;
  private final DataKeys questionKeys;

  Purging(
      StatefulRedisConnection<String, String> redis,
      Journal journal,
      EventCodec codec,
      DataKeys questionKeys) {
    this.redis = redis;
    this.journal = journal;
    this.codec = codec;
    this.questionKeys = questionKeys;
  }

  /// @param receipt names this purge in the log
  /// @return false when there is no such question
  boolean purge(String id, String receipt) {
    JournalKeys question = JournalKeys.question(id);
    if (journal.head(question).toCompletableFuture().join().isEmpty()) {
      return false;
    }
    long last = append(question, receipt);
    questionKeys.erase(id);
    keepOnly(question.journal(), last + "-0");
    redis.sync().hkeys(question.clients()).stream()
        .filter(client -> !client.equals(CLIENT))
        .forEach(client -> redis.sync().hdel(question.clients(), client));
    redis.sync().hdel(question.index(BankJournal.DRAFTED), id);
    return true;
  }

  /// A trimmed stream keeps the bytes of what was trimmed until its whole block goes, so the
  /// receipt is written into a stream of its own instead.
  private void keepOnly(String journal, String receiptId) {
    List<StreamMessage<String, String>> receipt =
        redis.sync().xrange(journal, Range.create(receiptId, receiptId));
    redis.sync().multi();
    redis.sync().del(journal);
    receipt.forEach(it -> redis.sync().xadd(journal, new XAddArgs().id(it.getId()), it.getBody()));
    redis.sync().exec();
  }

  private long append(JournalKeys question, String receipt) {
    EventDraft purged =
        new EventDraft(
            new BankEvent.QuestionPurged(question.id(), receipt), PersonId.SYSTEM, receipt, null);
    AppendResult result =
        journal
            .append(
                new Append(
                    question,
                    false,
                    CLIENT,
                    1,
                    Map.of(),
                    List.of(BankJournal.VERSIONS, BankJournal.DRAFT),
                    List.of(),
                    List.of(codec.draft(question.id(), purged)),
                    false))
            .toCompletableFuture()
            .join();
    return switch (result) {
      case AppendResult.Appended appended -> appended.last();
      case AppendResult.Seen seen -> seen.sequence();
      case AppendResult.Conflict it -> throw unexpected(it);
      case AppendResult.Taken it -> throw unexpected(it);
      case AppendResult.Exists it -> throw unexpected(it);
      case AppendResult.Missing it -> throw unexpected(it);
      case AppendResult.Sealed it -> throw unexpected(it);
    };
  }

  private static IllegalStateException unexpected(AppendResult result) {
    return new IllegalStateException("A purge was answered " + result);
  }
}
