package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.JournalKeys;
import io.lettuce.core.ScriptOutputType;
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

  /// KEYS head, scores; ARGV answer, signal, whether nothing is known about it 0|1, seconds kept.
  /// Only while the room is there, so that nothing comes back after an erasure.
  private static final String REMEMBER =
      """
      if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
      local news = 1
      if ARGV[3] == '1' then
        news = redis.call('HSETNX', KEYS[2], ARGV[1], ARGV[2])
      else
        redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
      end
      redis.call('EXPIRE', KEYS[2], ARGV[4])
      return news""";

  private final StatefulRedisConnection<String, String> connection;

  RoomScores(StatefulRedisConnection<String, String> eventLogConnection) {
    this.connection = eventLogConnection;
  }

  /// @param failed nothing is known about the answer; that never takes the place of a score
  /// @return whether it is news
  boolean remember(JournalKeys room, Signal.AnswerGraded graded, boolean failed) {
    Long news =
        connection
            .sync()
            .eval(
                REMEMBER,
                ScriptOutputType.INTEGER,
                new String[] {room.head(), key(room)},
                graded.question() + "/" + graded.attempt(),
                Wire.write(graded),
                failed ? "1" : "0",
                Long.toString(KEPT.toSeconds()));
    return news == 1;
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
