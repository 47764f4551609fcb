package dev.mockingbird.interview.archive;

import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.eventlog.Shards;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Instant;
import java.util.List;

/// Which ended rooms are still to be moved: two sorted sets per shard, from room to when it is due
/// at the earliest (ms). A view: [#lookForForgotten] finds what it lacks.
public final class EndedRooms {

  private static final int AT_ONCE = 100;
  private static final int SCANNED_AT_ONCE = 1_000;

  private final StatefulRedisConnection<String, String> redis;
  private final Shards shards;
  private final ArchiveIndex index;

  EndedRooms(StatefulRedisConnection<String, String> redis, Shards shards, ArchiveIndex index) {
    this.redis = redis;
    this.shards = shards;
    this.index = index;
  }

  /// The room has ended and may be moved when its time comes.
  public void add(String room) {
    redis.async().zadd(toArchive(room), 0, room);
  }

  List<String> toArchive(String tag, Instant now) {
    return due("{" + tag + "}:rooms:to-archive", now);
  }

  /// @param endedBefore rooms that ended later stay
  List<String> toTrim(String tag, Instant endedBefore) {
    return due("{" + tag + "}:rooms:to-trim", endedBefore);
  }

  void archived(String room, Instant endedAt) {
    redis.sync().zadd(toTrim(room), endedAt.toEpochMilli(), room);
    redis.sync().zrem(toArchive(room), room);
  }

  void archiveAgain(String room, Instant earliest) {
    redis.sync().zadd(toArchive(room), earliest.toEpochMilli(), room);
    redis.sync().zrem(toTrim(room), room);
  }

  void done(String room) {
    redis.sync().zrem(toArchive(room), room);
    redis.sync().zrem(toTrim(room), room);
  }

  /// Adds every ended room whose journal is in Redis and that is in neither set. Looks at all keys,
  /// a few at a time.
  void lookForForgotten(String tag) {
    String before = "{" + tag + "}:room:";
    String after = ":head";
    ScanIterator<String> heads =
        ScanIterator.scan(
            redis.sync(), ScanArgs.Builder.matches(before + "*" + after).limit(SCANNED_AT_ONCE));
    while (heads.hasNext()) {
      String head = heads.next();
      String room = head.substring(before.length(), head.length() - after.length());
      boolean waits =
          index
              .find(new JournalKeys(tag, "room", room))
              .toCompletableFuture()
              .join()
              .filter(it -> it.sealedAt() != null && !it.trimmed())
              .isPresent();
      if (waits
          && redis.sync().zscore(toTrim(room), room) == null
          && redis.sync().zscore(toArchive(room), room) == null) {
        add(room);
      }
    }
  }

  private List<String> due(String key, Instant now) {
    return redis
        .sync()
        .zrangebyscore(
            key,
            Range.from(Range.Boundary.unbounded(), Range.Boundary.including(now.toEpochMilli())),
            Limit.from(AT_ONCE));
  }

  private String toArchive(String room) {
    return "{" + shards.tag(room) + "}:rooms:to-archive";
  }

  private String toTrim(String room) {
    return "{" + shards.tag(room) + "}:rooms:to-trim";
  }
}
