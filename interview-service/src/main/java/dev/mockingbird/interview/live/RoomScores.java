package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.ScoreEvent;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a room has heard of scores, for pages that come later than they do: a view in Redis, from
/// `<question>/<attempt>` to what was told of that answer in the order of the log, a line each (see
/// [HeardScore]), forgotten after [#KEPT]. The report has all of it for ever.
@Component
class RoomScores {

  private static final Duration KEPT = Duration.ofDays(2);

  /// KEYS head, scores; ARGV answer, line, what that line alone has in it, seconds kept. What is
  /// known of the answer, nothing when the room is not there: nothing comes back after an erasure.
  private static final String REMEMBER =
      """
      if redis.call('EXISTS', KEYS[1]) == 0 then return nil end
      local heard = redis.call('HGET', KEYS[2], ARGV[1])
      if not heard then
        heard = ARGV[2]
      elseif not string.find(heard, ARGV[3], 1, true) then
        heard = heard .. '\\n' .. ARGV[2]
      end
      redis.call('HSET', KEYS[2], ARGV[1], heard)
      redis.call('EXPIRE', KEYS[2], ARGV[4])
      return heard""";

  private final StatefulRedisConnection<String, String> connection;

  RoomScores(StatefulRedisConnection<String, String> eventLogConnection) {
    this.connection = eventLogConnection;
  }

  /// Repeats change nothing, and are answered like the first.
  ///
  /// @param event what the envelope holds
  /// @return what counts for the answer now, if anything
  CompletionStage<Optional<Signal.AnswerGraded>> remember(
      JournalKeys room, EventEnvelope<?> envelope, ScoreEvent event) {
    HeardScore heard = HeardScore.of(envelope, event);
    return connection
        .async()
        .<@Nullable String>eval(
            REMEMBER,
            ScriptOutputType.VALUE,
            new String[] {room.head(), key(room)},
            event.answer().question() + "/" + event.answer().attempt(),
            heard.line(),
            heard.mark(),
            Long.toString(KEPT.toSeconds()))
        .thenApply(all -> all == null ? Optional.empty() : HeardScore.counting(all));
  }

  CompletionStage<List<Signal.AnswerGraded>> known(JournalKeys room) {
    return connection
        .async()
        .hvals(key(room))
        .thenApply(all -> all.stream().flatMap(it -> HeardScore.counting(it).stream()).toList());
  }

  private static String key(JournalKeys room) {
    return room.part("scores");
  }
}
