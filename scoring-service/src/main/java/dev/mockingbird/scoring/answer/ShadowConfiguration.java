package dev.mockingbird.scoring.answer;

import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.TopicCreator;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.agreement.CalibratedScorer;
import dev.mockingbird.scoring.agreement.CalibrationRefused;
import dev.mockingbird.scoring.agreement.InstalledScorer;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/// A team's own calibration, tried on every answer before its scores count. Each reads in a group
/// of its own, from the first answer in the log on, so that it may lag and fail as it likes, and
/// none takes up where another left off.
@Configuration(proxyBeanMethods = false)
class ShadowConfiguration {

  static final String GROUP = "scoring-service.shadow";

  private static final Logger log = LoggerFactory.getLogger(ShadowConfiguration.class);
  private static final String SHIPPED = "shipped";

  /// Stands still where there is no shadow.
  ///
  /// @param calibration the file of the shadow's, or `shipped` beside a scorer that is calibrated
  @Bean
  ConcurrentMessageListenerContainer<String, String> shadowConsumer(
      ConsumerPolicy policy,
      AlignmentScorer scorer,
      CalibratedScorer first,
      ScoreTopic scores,
      EventCodec codec,
      Producer<String, String> durableProducer,
      TopicCreator topics,
      MeterRegistry meters,
      @Value("${mockingbird.scoring.shadow:}") String calibration) {
    CalibratedScorer shadow = shadow(scorer, calibration);
    String group = shadow == null ? GROUP : GROUP + "." + shadow.name().calibration();
    var container =
        policy.inOrder(
            group,
            List.of(Topics.ROOM),
            shadow == null
                ? _ -> {}
                : new AnswerConsumer(
                    new MeasuredScorer(
                        shadow.name(), new ComparedScorer(shadow, first, meters), meters),
                    Standing.PROPOSED,
                    scores,
                    new DeadAnswers(group, codec, durableProducer, topics)));
    container.setAutoStartup(shadow != null);
    container.getContainerProperties().setKafkaConsumerProperties(AnswerConfiguration.unhurried());
    return container;
  }

  /// One that is refused, as after an update of the scorer, must not keep the scores that count
  /// from their work.
  private static @Nullable CalibratedScorer shadow(AlignmentScorer scorer, String calibration) {
    if (calibration.isBlank()) {
      return null;
    }
    try {
      return InstalledScorer.with(
          calibration.equals(SHIPPED) ? null : Path.of(calibration), scorer);
    } catch (CalibrationRefused e) {
      log.error("There is no shadow: {}", e.sentence());
      return null;
    }
  }
}
