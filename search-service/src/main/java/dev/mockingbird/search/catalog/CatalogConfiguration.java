package dev.mockingbird.search.catalog;

import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.events.Topics;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

  private static final String GROUP = "search-service.bank-index";

  @Bean
  ConcurrentMessageListenerContainer<String, String> bankIndexConsumer(
      ConsumerPolicy policy, CatalogProjection projection) {
    return policy.inOrder(GROUP, List.of(Topics.BANK), projection);
  }
}
