package dev.mockingbird.scoring.answer;

import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.TopicCreator;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.languagemodel.SecondOpinion;
import dev.mockingbird.scoring.languagemodel.WhereALanguageModelIsSet;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/// Second opinions have a group of their own, so that no score waits for a model: they are proposed
/// beside the score whenever they come.
@Configuration(proxyBeanMethods = false)
@WhereALanguageModelIsSet
class SecondOpinionConfiguration {

  static final String GROUP = "scoring-service.second-opinions";

  @Bean
  ConcurrentMessageListenerContainer<String, String> secondOpinionConsumer(
      ConsumerPolicy policy,
      SecondOpinion opinion,
      ScoreTopic scores,
      EventCodec codec,
      Producer<String, String> durableProducer,
      TopicCreator topics,
      MeterRegistry meters,
      @Value("${mockingbird.language-model.concurrency:4}") int concurrency) {
    var container =
        policy.inOrder(
            GROUP,
            List.of(Topics.ROOM),
            new AnswerConsumer(
                new MeasuredScorer(opinion.scorer(), opinion::assess, meters),
                Standing.PROPOSED,
                scores,
                new DeadAnswers(GROUP, codec, durableProducer, topics)));
    container.setConcurrency(concurrency);
    container.getContainerProperties().setKafkaConsumerProperties(fromNowOn());
    return container;
  }

  /// Answers from before the model was named stay where they are: nobody expected them to be sent.
  /// A few are taken at once, because all of them are asked about again when the service is killed.
  private static Properties fromNowOn() {
    Properties properties = AnswerConfiguration.unhurried();
    properties.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    properties.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "10");
    return properties;
  }
}
