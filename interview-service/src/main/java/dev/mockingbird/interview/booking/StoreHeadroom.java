package dev.mockingbird.interview.booking;

import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Keeps room in Redis for the interviews that run: above the mark no new one is taken.
@Component
class StoreHeadroom {

  private final StatefulRedisConnection<String, String> connection;
  private final double highWaterMark;

  /// @param highWaterMark share of Redis's `maxmemory`, 0 to 1; without a `maxmemory` there is no
  ///   mark
  StoreHeadroom(
      StatefulRedisConnection<String, String> eventLogConnection,
      @Value("${mockingbird.redis.high-water-mark:0.8}") double highWaterMark) {
    this.connection = eventLogConnection;
    this.highWaterMark = highWaterMark;
  }

  boolean takesNewInterviews() {
    Map<String, String> memory =
        connection
            .sync()
            .info("memory")
            .lines()
            .filter(line -> line.contains(":"))
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf(':')),
                    line -> line.substring(line.indexOf(':') + 1).strip(),
                    (first, second) -> first));
    long limit = Long.parseLong(memory.getOrDefault("maxmemory", "0"));
    long used = Long.parseLong(memory.getOrDefault("used_memory", "0"));
    return limit == 0 || used < limit * highWaterMark;
  }
}
