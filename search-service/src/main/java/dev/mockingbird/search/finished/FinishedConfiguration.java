package dev.mockingbird.search.finished;

import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.events.Topics;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class FinishedConfiguration {

  private static final String GROUP = "search-service.finished-interviews";

  @Bean
  ConcurrentMessageListenerContainer<String, String> finishedInterviewsConsumer(
      ConsumerPolicy policy, FinishedProjection projection) {
    return policy.inOrder(GROUP, List.of(Topics.ROOM, Topics.INTERVIEW), projection);
  }
}
