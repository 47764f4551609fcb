package dev.mockingbird.interview.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import io.lettuce.core.RedisClient;
import org.junit.jupiter.api.Test;

@LocalStack
class StoreHeadroomIT {

  @Test
  void takesNoNewInterviewsAboveTheMark(RedisServer redis) {
    try (RedisClient client = RedisClient.create(redis.uri());
        var connection = client.connect()) {
      StoreHeadroom headroom = new StoreHeadroom(connection, 0.8);
      assertThat(headroom.takesNewInterviews()).as("no limit, no mark").isTrue();

      connection.sync().setrange("ballast", 16 * 1024 * 1024, "x");
      connection.sync().configSet("maxmemory", "28mb");
      assertThat(headroom.takesNewInterviews()).isTrue();

      connection.sync().configSet("maxmemory", "20mb");
      assertThat(headroom.takesNewInterviews()).isFalse();

      connection.sync().del("ballast");
      assertThat(headroom.takesNewInterviews()).isTrue();
    }
  }
}
