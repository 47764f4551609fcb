package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LocalStack
class RoomScoresIT {

  private static final ScoreEvent.AnswerRef ANSWER =
      new ScoreEvent.AnswerRef("i-1", 1, 1, new PersonId("demo:1003"), "q-1", 1, "");
  private static final Scorer OFFLINE = new Scorer("alignment", "2", "2");
  private static final Scorer MODEL = new Scorer("language-model", "some/1", "2");

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
  void whatIsAcceptedTakesThePlaceOfTheScoreHoweverOftenAnythingIsTold() {
    JournalKeys room = new JournalKeys("s0", "room", "there");
    redis.sync().hset(room.head(), "epoch", "e");

    assertThat(remember(room, scored(MODEL, 90, Standing.PROPOSED))).isEmpty();
    assertThat(remember(room, scored(OFFLINE, 70, Standing.COUNTS))).contains(graded(2, 70));
    assertThat(remember(room, scored(OFFLINE, 70, Standing.COUNTS))).contains(graded(2, 70));
    assertThat(remember(room, accepted(MODEL))).contains(graded(3, 90));
    assertThat(remember(room, scored(OFFLINE, 70, Standing.COUNTS))).contains(graded(3, 90));

    assertThat(Patience.await(scores.known(room))).containsExactly(graded(3, 90));
    assertThat(redis.sync().ttl(room.part("scores"))).isPositive();
  }

  @Test
  void aScoreThatComesAfterTheErasureLeavesNothingBehind() {
    JournalKeys room = new JournalKeys("s0", "room", "erased");

    assertThat(remember(room, scored(OFFLINE, 70, Standing.COUNTS))).isEmpty();

    assertThat(redis.sync().exists(room.part("scores"))).isZero();
  }

  private Optional<Signal.AnswerGraded> remember(JournalKeys room, ScoreEvent event) {
    return Patience.await(scores.remember(room, ScoreEnvelope.of(event), event));
  }

  private static ScoreEvent scored(Scorer scorer, int score, Standing standing) {
    return new ScoreEvent.AnswerScored(
        ANSWER, scorer, score, 60, 95, List.of(), List.of(), standing);
  }

  private static ScoreEvent accepted(Scorer scorer) {
    return new ScoreEvent.ProposalAccepted(ANSWER, scorer);
  }

  private static Signal.AnswerGraded graded(int known, int score) {
    return new Signal.AnswerGraded(1, 1, known, "SCORED", null, score, 60, 95);
  }
}
