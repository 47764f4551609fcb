package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.Shards;
import io.lettuce.core.Range;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// When a room was opened or somebody was last in it: a sorted set per shard from room to Redis's
/// time (ms), so that rooms nobody comes back to are found without looking at all of them.
@Component
class RoomTimes {

  private final StatefulRedisConnection<String, String> connection;
  private final Shards shards;
  private final StoreClock clock;

  RoomTimes(
      StatefulRedisConnection<String, String> eventLogConnection, Shards shards, StoreClock clock) {
    this.connection = eventLogConnection;
    this.shards = shards;
    this.clock = clock;
  }

  void occupied(String room) {
    connection.async().zadd(key(shards.tag(room)), clock.instant().toEpochMilli(), room);
  }

  void forget(String room) {
    connection.async().zrem(key(shards.tag(room)), room);
  }

  /// All rooms that have not ended.
  List<String> open(String shard) {
    return connection.sync().zrangebyscore(key(shard), Range.unbounded());
  }

  /// Rooms nobody was in for `duration`.
  List<String> leftFor(Duration duration, String shard, Instant now) {
    long latest = now.minus(duration).toEpochMilli();
    return connection
        .sync()
        .zrangebyscore(
            key(shard), Range.from(Range.Boundary.unbounded(), Range.Boundary.including(latest)));
  }

  private static String key(String shard) {
    return "{" + shard + "}:rooms:occupied";
  }
}
