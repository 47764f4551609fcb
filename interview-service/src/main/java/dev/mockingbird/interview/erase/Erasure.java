package dev.mockingbird.interview.erase;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventDraft;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.eventlog.LastFact;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.events.InterviewEvent.InterviewErased;
import dev.mockingbird.events.PersonId;
import io.lettuce.core.Range;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.Optional;

/// Erases in an order that can be cut off anywhere and begun again: first the fact that it is
/// erased, from which the other services delete their documents, then the key without which Kafka's
/// copy cannot be read, then what Redis holds, and at last Redis's file, which still has it all
/// until it is rewritten.
final class Erasure {

  private static final String CLIENT = "system/erase";
  private static final String ERASED_SIGNAL = "{\"signal\":\"interview-erased\"}";

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
    if (journal.head(interview).toCompletableFuture().join().isEmpty()) {
      return false;
    }
    LastFact lastFact = new LastFact(journal, redis);
    long last = lastFact.append(erased(interview, receipt));
    dataKeys.erase(id);
    redis
        .sync()
        .del(
            room.head(),
            room.journal(),
            room.clients(),
            room.presence(),
            room.part("scores"),
            room.part("summary"),
            room.part("snapshots"),
            interview.part("logins"));
    lastFact.keepAlone(interview, last);
    redis.sync().hkeys(interview.clients()).stream()
        .filter(client -> !client.equals(CLIENT))
        .forEach(client -> redis.sync().hdel(interview.clients(), client));
    redis.sync().publish(room.live(), ERASED_SIGNAL);
    return true;
  }

  /// Erases every interview the person took part in, and what the gateway knows of the person: the
  /// profile, without which no session is valid, and the access tokens.
  ///
  /// @return ids of the erased interviews; empty when nobody here has the id
  Optional<List<String>> person(PersonId person, String receipt) {
    String list = "mockingbird:interviews:" + person;
    List<String> interviews =
        redis.sync().zrangebyscore(list, Range.<Double>unbounded()).stream()
            .filter(id -> interview(id, receipt))
            .toList();
    long known =
        redis
            .sync()
            .del(
                list,
                "mockingbird:person:" + person,
                "mockingbird:tokens:" + person,
                "mockingbird:token-use:" + person,
                "mockingbird:sessions-of:" + person);
    for (String requests : List.of("mockingbird:request:", "mockingbird:once:")) {
      ScanIterator.scan(redis.sync(), ScanArgs.Builder.matches(requests + person + ":*"))
          .forEachRemaining(key -> redis.sync().del(key));
    }
    redis.sync().publish("mockingbird:sign-outs", "{\"person\":\"" + person + "\"}");
    return known == 0 ? Optional.empty() : Optional.of(interviews);
  }

  private Append erased(JournalKeys interview, String receipt) {
    EventDraft erased =
        new EventDraft(new InterviewErased(receipt), PersonId.SYSTEM, receipt, null);
    return new Append(interview, false, CLIENT, 1, List.of(codec.draft(interview.id(), erased)));
  }
}
