package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.events.Topics;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/// Shows scores in open rooms as they come; the report has them all. A proposal is none, and what a
/// room was shown stays when one is accepted: the report tells what counts.
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
      signal(event)
          .filter(it -> scores.remember(rooms.keys(event.answer().interview()), it, event.failed()))
          .ifPresent(it -> rooms.signal(event.answer().interview(), it));
    }
  }

  static Optional<Signal.AnswerGraded> signal(ScoreEvent event) {
    int question = event.answer().question();
    int attempt = event.answer().attempt();
    return switch (event) {
      case ScoreEvent.AnswerScored it when it.standing() == Standing.COUNTS ->
          Optional.of(
              new Signal.AnswerGraded(
                  question, attempt, "SCORED", it.score(), it.low(), it.high()));
      case ScoreEvent.AnswerNotScored it when it.standing() == Standing.COUNTS ->
          Optional.of(new Signal.AnswerGraded(question, attempt, "NOT_SCORED", null, null, null));
      case ScoreEvent.AnswerScored _, ScoreEvent.AnswerNotScored _, ScoreEvent.ProposalAccepted _ ->
          Optional.empty();
    };
  }
}
