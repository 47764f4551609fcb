package dev.mockingbird.scoring.answer;

import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/// The shadow reads in a group of its own, from the first answer in the log on, so that it may lag
/// and fail as it likes.
@Configuration(proxyBeanMethods = false)
class ShadowConfiguration {

  static final String GROUP = "scoring-service.shadow";

  /// Stands still where there is no shadow.
  @Bean
  ConcurrentMessageListenerContainer<String, String> shadowConsumer(
      ConsumerPolicy policy,
      ObjectProvider<ShadowScorer> shadows,
      AlignmentScorer first,
      ScoreTopic scores,
      MeterRegistry meters) {
    ShadowScorer shadow = shadows.getIfAvailable();
    var container =
        policy.inOrder(
            GROUP,
            List.of(Topics.ROOM),
            shadow == null ? _ -> {} : new ShadowConsumer(shadow, first::assess, scores, meters));
    container.setAutoStartup(shadow != null);
    container.getContainerProperties().setKafkaConsumerProperties(AnswerConfiguration.unhurried());
    return container;
  }
}
