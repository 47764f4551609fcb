package dev.mockingbird.search.finished;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.eventlog.Expunger;
import dev.mockingbird.eventlog.PatientWork;
import dev.mockingbird.eventlog.ViewKeeper;
import dev.mockingbird.events.Topics;
import dev.mockingbird.search.index.IndexedView;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class FinishedConfiguration {

  private static final String GROUP = "search-service.finished-interviews";

  @Bean
  IndexedView finishedView(ElasticsearchClient elasticsearch) {
    return new IndexedView(elasticsearch, List.of(FinishedInterview.INDEX, AskedQuestion.INDEX));
  }

  @Bean
  Expunger finishedExpunger(IndexedView finishedView) {
    return new Expunger(finishedView);
  }

  @Bean
  PatientWork finishedExpunging(Expunger finishedExpunger) {
    return finishedExpunger.work("finished interviews");
  }

  @Bean
  ConcurrentMessageListenerContainer<String, String> finishedInterviewsConsumer(
      ConsumerPolicy policy, FinishedProjection projection) {
    return policy.inOrder(GROUP, List.of(Topics.ROOM, Topics.INTERVIEW), projection);
  }

  @Bean
  PatientWork finishedKeeper(
      IndexedView finishedView,
      ConcurrentMessageListenerContainer<String, String> finishedInterviewsConsumer,
      @Value("${mockingbird.kafka.bootstrap}") String kafka) {
    return ViewKeeper.keep(finishedView, finishedInterviewsConsumer, kafka);
  }
}
