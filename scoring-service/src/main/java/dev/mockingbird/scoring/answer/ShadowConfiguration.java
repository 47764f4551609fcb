package dev.mockingbird.scoring.answer;

import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.agreement.CalibratedScorer;
import dev.mockingbird.scoring.agreement.CalibrationRefused;
import dev.mockingbird.scoring.agreement.InstalledScorer;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/// The shadow reads in a group of its own, from the first answer in the log on, so that it may lag
/// and fail as it likes.
@Configuration(proxyBeanMethods = false)
class ShadowConfiguration {

  static final String GROUP = "scoring-service.shadow";

  private static final String SHIPPED = "shipped";

  /// A team's own calibration, tried on every answer before its scores count.
  ///
  /// @param calibration its file, or `shipped` beside a scorer that is calibrated
  @Bean
  @ConditionalOnProperty("mockingbird.scoring.shadow")
  ShadowScorer calibratedShadow(
      AlignmentScorer scorer, @Value("${mockingbird.scoring.shadow}") String calibration)
      throws CalibrationRefused {
    CalibratedScorer shadow =
        InstalledScorer.with(calibration.equals(SHIPPED) ? null : Path.of(calibration), scorer);
    return new ShadowScorer(shadow.name(), shadow);
  }

  /// Stands still where there is no shadow.
  @Bean
  ConcurrentMessageListenerContainer<String, String> shadowConsumer(
      ConsumerPolicy policy,
      ObjectProvider<ShadowScorer> shadows,
      CalibratedScorer first,
      ScoreTopic scores,
      MeterRegistry meters) {
    ShadowScorer shadow = shadows.getIfAvailable();
    var container =
        policy.inOrder(
            GROUP,
            List.of(Topics.ROOM),
            shadow == null ? _ -> {} : new ShadowConsumer(shadow, first, scores, meters));
    container.setAutoStartup(shadow != null);
    container.getContainerProperties().setKafkaConsumerProperties(AnswerConfiguration.unhurried());
    return container;
  }
}
