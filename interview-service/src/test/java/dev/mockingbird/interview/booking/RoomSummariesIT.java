package dev.mockingbird.interview.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import io.lettuce.core.RedisClient;
import org.junit.jupiter.api.Test;

@LocalStack
class RoomSummariesIT {

  /// A list was just being made of it.
  @Test
  void ofAnErasedRoomNoSummaryComesBack(RedisServer redis) {
    JournalKeys room = new JournalKeys("s0", "room", "erased");
    try (RedisClient client = RedisClient.create(redis.uri());
        var connection = client.connect()) {
      connection.sync().hset(room.head(), "epoch", "e");
      RoomSummaries.keep(connection, room, "{}").toCompletableFuture().join();
      assertThat(connection.sync().get(room.part("summary"))).isEqualTo("{}");

      connection.sync().del(room.head(), room.part("summary"));
      RoomSummaries.keep(connection, room, "{}").toCompletableFuture().join();
      assertThat(connection.sync().exists(room.part("summary"))).isZero();
    }
  }
}
