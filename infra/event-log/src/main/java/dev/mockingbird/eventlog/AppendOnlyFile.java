package dev.mockingbird.eventlog;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Redis's own log of every write, which keeps what was deleted until it is rewritten.
public final class AppendOnlyFile {

  private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final StatefulRedisConnection<String, String> redis;

  public AppendOnlyFile(StatefulRedisConnection<String, String> redis) {
    this.redis = redis;
  }

  /// Blocks until the file holds only what Redis holds now. A rewrite that is running already began
  /// too early, so it is waited for first.
  ///
  /// @throws IllegalStateException when Redis cannot rewrite it, for example on a full disk
  public void rewrite() {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    awaitRewrite(deadline);
    try {
      redis.sync().bgrewriteaof();
    } catch (RedisCommandExecutionException e) {
      throw new IllegalStateException("Redis does not rewrite its file: " + e.getMessage(), e);
    }
    awaitRewrite(deadline);
    if (!redis.sync().info("persistence").contains("aof_last_bgrewrite_status:ok")) {
      throw new IllegalStateException("Redis could not rewrite its file; look at its log");
    }
  }

  private void awaitRewrite(long deadline) {
    while (isRewriting()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Redis did not finish rewriting its file in time");
      }
      LockSupport.parkNanos(LOOKED_AT_EVERY.toNanos());
    }
  }

  private boolean isRewriting() {
    String persistence = redis.sync().info("persistence");
    return !persistence.contains("aof_rewrite_in_progress:0")
        || !persistence.contains("aof_rewrite_scheduled:0");
  }
}
