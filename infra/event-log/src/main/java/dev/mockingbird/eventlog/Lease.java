package dev.mockingbird.eventlog;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;

/// Who does a piece of work that one instance at a time is enough for. It spares work and promises
/// nothing: an owner that slept through its lease may still be at it.
public final class Lease {

  private static final String RENEW =
      "return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('PEXPIRE', KEYS[1], ARGV[2]) or 0";
  private static final String RELEASE =
      "return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0";

  private final StatefulRedisConnection<String, String> connection;
  private final String key;
  private final String owner;
  private final Duration duration;

  /// @param owner who asks: an instance
  public Lease(
      StatefulRedisConnection<String, String> connection,
      String key,
      String owner,
      Duration duration) {
    this.connection = connection;
    this.key = key;
    this.owner = owner;
    this.duration = duration;
  }

  /// Takes the lease or holds it for longer.
  ///
  /// @return false when somebody else has it
  public boolean hold() {
    Long renewed =
        connection
            .sync()
            .eval(
                RENEW,
                ScriptOutputType.INTEGER,
                new String[] {key},
                owner,
                Long.toString(duration.toMillis()));
    return renewed == 1
        || connection.sync().set(key, owner, SetArgs.Builder.nx().px(duration)) != null;
  }

  public void release() {
    connection.sync().eval(RELEASE, ScriptOutputType.INTEGER, new String[] {key}, owner);
  }
}
