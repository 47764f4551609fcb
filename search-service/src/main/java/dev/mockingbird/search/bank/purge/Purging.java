package dev.mockingbird.search.bank.purge;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventDraft;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.eventlog.LastFact;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.BankJournal;
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
    LastFact lastFact = new LastFact(journal, redis);
    long last = lastFact.append(purged(question, receipt));
    questionKeys.erase(id);
    lastFact.keepAlone(question, last);
    redis.sync().hkeys(question.clients()).stream()
        .filter(client -> !client.equals(CLIENT))
        .forEach(client -> redis.sync().hdel(question.clients(), client));
    redis.sync().hdel(question.index(BankJournal.DRAFTED), id);
    return true;
  }

  private Append purged(JournalKeys question, String receipt) {
    EventDraft purged =
        new EventDraft(
            new BankEvent.QuestionPurged(question.id(), receipt), PersonId.SYSTEM, receipt, null);
    return new Append(
        question,
        false,
        CLIENT,
        1,
        Map.of(),
        List.of(BankJournal.VERSIONS, BankJournal.DRAFT),
        List.of(),
        List.of(codec.draft(question.id(), purged)),
        false);
  }
}
