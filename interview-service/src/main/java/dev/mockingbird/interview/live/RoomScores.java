package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.JournalKeys;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

/// The scores a room has heard of, for pages that come later than they do: a view in Redis, from
/// `<question>/<attempt>` to the signal, forgotten after [#KEPT]. The report has them for ever.
@Component
class RoomScores {

  private static final Duration KEPT = Duration.ofDays(2);

  private final StatefulRedisConnection<String, String> connection;

  RoomScores(StatefulRedisConnection<String, String> eventLogConnection) {
    this.connection = eventLogConnection;
  }

  /// @param failed nothing is known about the answer; that never takes the place of a score
  /// @return whether it is news
  boolean remember(JournalKeys room, Signal.AnswerGraded graded, boolean failed) {
    String key = key(room);
    String answer = graded.question() + "/" + graded.attempt();
    boolean news = true;
    if (failed) {
      news = connection.sync().hsetnx(key, answer, Wire.write(graded));
    } else {
      connection.sync().hset(key, answer, Wire.write(graded));
    }
    connection.sync().expire(key, KEPT);
    return news;
  }

  CompletionStage<List<Signal>> known(JournalKeys room) {
    return connection
        .async()
        .hvals(key(room))
        .thenApply(all -> all.stream().map(it -> Wire.json().readValue(it, Signal.class)).toList());
  }

  private static String key(JournalKeys room) {
    return room.part("scores");
  }
}
