package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.Topics;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/// Shows scores in open rooms as they come; the report has them all.
@Configuration(proxyBeanMethods = false)
class ScoreSignals {

  private static final String GROUP = "interview-service.score-signals";

  @Bean
  ConcurrentMessageListenerContainer<String, String> scoreSignalConsumer(
      ConsumerPolicy policy, LiveRooms rooms, RoomScores scores) {
    return policy.inOrder(
        GROUP, List.of(Topics.SCORE), batch -> batch.forEach(it -> show(it, rooms, scores)));
  }

  private static void show(Decoded decoded, LiveRooms rooms, RoomScores scores) {
    if (decoded instanceof Decoded.Readable(var envelope)
        && envelope.data() instanceof ScoreEvent event) {
      ScoreEvent.AnswerRef answer = event.answer();
      Signal.AnswerGraded graded =
          switch (event) {
            case ScoreEvent.AnswerScored scored ->
                new Signal.AnswerGraded(
                    answer.question(),
                    answer.attempt(),
                    "SCORED",
                    scored.score(),
                    scored.low(),
                    scored.high());
            case ScoreEvent.AnswerNotScored not ->
                new Signal.AnswerGraded(
                    answer.question(), answer.attempt(), "NOT_SCORED", null, null, null);
          };
      if (scores.remember(rooms.keys(answer.interview()), graded, event.failed())) {
        rooms.signal(answer.interview(), graded);
      }
    }
  }
}
