package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/// Shows in open rooms what counts as it comes, and another score when that one is accepted. A
/// proposal alone changes nothing there.
@Configuration(proxyBeanMethods = false)
class ScoreSignals {

  private static final String GROUP = "interview-service.score-signals";

  /// Scores come one by one, and one that is told again changes nothing: committing each of them
  /// would cost Kafka as much as bringing it.
  private static final Duration COMMITTED_EVERY = Duration.ofSeconds(1);

  @Bean
  ConcurrentMessageListenerContainer<String, String> scoreSignalConsumer(
      ConsumerPolicy policy, LiveRooms rooms, RoomScores scores) {
    var container =
        policy.inOrder(GROUP, List.of(Topics.SCORE), batch -> showAll(batch, rooms, scores));
    ContainerProperties properties = container.getContainerProperties();
    properties.setAckMode(ContainerProperties.AckMode.TIME);
    properties.setAckTime(COMMITTED_EVERY.toMillis());
    return container;
  }

  /// Redis has the whole batch before it is waited for.
  private static void showAll(List<Decoded> batch, LiveRooms rooms, RoomScores scores) {
    List<CompletionStage<Void>> shown =
        batch.stream().flatMap(it -> show(it, rooms, scores)).toList();
    shown.forEach(it -> it.toCompletableFuture().join());
  }

  private static Stream<CompletionStage<Void>> show(
      Decoded decoded, LiveRooms rooms, RoomScores scores) {
    if (decoded instanceof Decoded.Readable(EventEnvelope<?> envelope)
        && envelope.data() instanceof ScoreEvent event) {
      String interview = event.answer().interview();
      return Stream.of(
          scores
              .remember(rooms.keys(interview), envelope, event)
              .thenAccept(counting -> counting.ifPresent(it -> rooms.signal(interview, it))));
    }
    return Stream.empty();
  }
}
