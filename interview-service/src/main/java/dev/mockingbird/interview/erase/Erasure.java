package dev.mockingbird.interview.erase;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventDraft;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.events.InterviewEvent.InterviewErased;
import dev.mockingbird.events.PersonId;
import io.lettuce.core.Range;
import io.lettuce.core.XTrimArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.Optional;

/// Erases in an order that can be cut off anywhere and begun again: first the fact that it is
/// erased, from which the other services delete their documents, then the key without which Kafka's
/// copy cannot be read, then the journals in Redis.
final class Erasure {

  private static final String CLIENT = "system/erase";

  private final StatefulRedisConnection<String, String> redis;
  private final Journal journal;
  private final EventCodec codec;
  private final DataKeys dataKeys;
  private final Shards shards;

  Erasure(
      StatefulRedisConnection<String, String> redis,
      Journal journal,
      EventCodec codec,
      DataKeys dataKeys,
      Shards shards) {
    this.redis = redis;
    this.journal = journal;
    this.codec = codec;
    this.dataKeys = dataKeys;
    this.shards = shards;
  }

  /// @param receipt names this erasure in the log
  /// @return false when there is no such interview
  boolean interview(String id, String receipt) {
    JournalKeys interview = new JournalKeys(shards.tag(id), "interview", id);
    JournalKeys room = new JournalKeys(shards.tag(id), "room", id);
    if (head(interview).isEmpty()) {
      return false;
    }
    EventDraft erased =
        new EventDraft(new InterviewErased(receipt), PersonId.SYSTEM, receipt, null);
    AppendResult result =
        journal
            .append(new Append(interview, false, CLIENT, 1, List.of(codec.draft(id, erased))))
            .toCompletableFuture()
            .join();
    long last =
        switch (result) {
          case AppendResult.Appended appended -> appended.last();
          case AppendResult.Seen seen -> seen.sequence();
          case AppendResult.Conflict it -> throw unexpected(it);
          case AppendResult.Taken it -> throw unexpected(it);
          case AppendResult.Exists it -> throw unexpected(it);
          case AppendResult.Missing it -> throw unexpected(it);
          case AppendResult.Sealed it -> throw unexpected(it);
        };
    dataKeys.erase(id);
    redis
        .sync()
        .del(
            room.head(), room.journal(), room.clients(), room.presence(), interview.part("logins"));
    redis.sync().xtrim(interview.journal(), XTrimArgs.Builder.minId(last + "-0"));
    return true;
  }

  /// Erases every interview the person took part in, and the person's profile.
  ///
  /// @return ids of the erased interviews
  List<String> person(PersonId person, String receipt) {
    String list = "mockingbird:interviews:" + person;
    List<String> interviews =
        redis.sync().zrangebyscore(list, Range.<Double>unbounded()).stream()
            .filter(id -> interview(id, receipt))
            .toList();
    redis.sync().del(list, "mockingbird:person:" + person);
    redis.sync().publish("mockingbird:sign-outs", "{\"person\":\"" + person + "\"}");
    return interviews;
  }

  private Optional<JournalHead> head(JournalKeys keys) {
    return journal.head(keys).toCompletableFuture().join();
  }

  private static IllegalStateException unexpected(AppendResult result) {
    return new IllegalStateException("An erasure was answered " + result);
  }
}
