package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LocalStack
class RoomScoresIT {

  private static final Signal.AnswerGraded UNKNOWN =
      new Signal.AnswerGraded(1, 1, "FAILED", null, null, null);
  private static final Signal.AnswerGraded SCORED =
      new Signal.AnswerGraded(1, 1, "SCORED", 70, 60, 80);

  private RedisClient client;
  private StatefulRedisConnection<String, String> redis;
  private RoomScores scores;

  @BeforeEach
  void connect(RedisServer server) {
    client = RedisClient.create(server.uri());
    redis = client.connect();
    scores = new RoomScores(redis);
  }

  @AfterEach
  void close() {
    redis.close();
    client.shutdown();
  }

  @Test
  void aScoreTakesThePlaceOfAFailureAndNotTheOtherWayRound() {
    JournalKeys room = new JournalKeys("s0", "room", "there");
    redis.sync().hset(room.head(), "epoch", "e");

    assertThat(scores.remember(room, UNKNOWN, true)).isTrue();
    assertThat(scores.remember(room, UNKNOWN, true)).isFalse();
    assertThat(scores.remember(room, SCORED, false)).isTrue();
    assertThat(scores.remember(room, UNKNOWN, true)).isFalse();

    assertThat(Patience.await(scores.known(room))).containsExactly(SCORED);
    assertThat(redis.sync().ttl(room.part("scores"))).isPositive();
  }

  @Test
  void aScoreThatComesAfterTheErasureLeavesNothingBehind() {
    JournalKeys room = new JournalKeys("s0", "room", "erased");

    assertThat(scores.remember(room, SCORED, false)).isFalse();

    assertThat(redis.sync().exists(room.part("scores"))).isZero();
  }
}
