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

  void remember(JournalKeys room, Signal.AnswerGraded graded) {
    String key = key(room);
    connection.sync().hset(key, graded.question() + "/" + graded.attempt(), Wire.write(graded));
    connection.sync().expire(key, KEPT);
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
