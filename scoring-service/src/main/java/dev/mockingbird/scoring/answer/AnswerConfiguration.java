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
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

  static final String GROUP = "scoring-service.scores";

  /// @param calibration file of a team's own; the service does not start without it, or its scores
  ///   would mean something else from one start to the next
  @Bean
  CalibratedScorer installedScorer(
      AlignmentScorer scorer, @Value("${mockingbird.scoring.calibration:}") String calibration)
      throws CalibrationRefused {
    return InstalledScorer.with(calibration.isBlank() ? null : Path.of(calibration), scorer);
  }

  @Bean
  MeasuredScorer measuredScorer(CalibratedScorer scorer, MeterRegistry meters) {
    return new MeasuredScorer(scorer.name(), scorer, meters);
  }

  @Bean
  ScoreTopic scoreTopic(Producer<String, String> durableProducer, EventCodec codec) {
    return new ScoreTopic(durableProducer, codec);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, String> answerConsumer(
      ConsumerPolicy policy,
      MeasuredScorer scorer,
      ScoreTopic scores,
      EventCodec codec,
      Producer<String, String> durableProducer,
      TopicCreator topics,
      @Value("${mockingbird.scoring.threads:2}") int threads) {
    var container =
        policy.inOrder(
            GROUP,
            List.of(Topics.ROOM),
            new AnswerConsumer(
                scorer,
                Standing.COUNTS,
                scores,
                new DeadAnswers(GROUP, codec, durableProducer, topics)));
    container.setConcurrency(threads);
    container.getContainerProperties().setKafkaConsumerProperties(unhurried());
    return container;
  }

  /// An answer may take seconds, also three times when the scorer fails on it. Whoever takes longer
  /// over a poll than Kafka waits is taken for dead, and the next one begins the same batch.
  static Properties unhurried() {
    Properties properties = new Properties();
    properties.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "50");
    properties.setProperty(
        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
        Long.toString(Duration.ofMinutes(15).toMillis()));
    return properties;
  }
}
