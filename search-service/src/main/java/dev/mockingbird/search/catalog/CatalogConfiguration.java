package dev.mockingbird.search.catalog;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.eventlog.Expunger;
import dev.mockingbird.eventlog.PatientWork;
import dev.mockingbird.eventlog.ViewKeeper;
import dev.mockingbird.events.Topics;
import dev.mockingbird.search.index.IndexedView;
import dev.mockingbird.search.index.VersionedWrites;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

  private static final String GROUP = "search-service.bank-index";

  @Bean
  IndexedView catalogView(ElasticsearchClient elasticsearch) {
    return new IndexedView(elasticsearch, CatalogIndices.STANDING.all());
  }

  @Bean
  Expunger catalogExpunger(IndexedView catalogView) {
    return new Expunger(catalogView);
  }

  @Bean
  PatientWork catalogExpunging(Expunger catalogExpunger) {
    return catalogExpunger.work("the bank");
  }

  @Bean
  CatalogProjection catalogProjection(
      VersionedWrites writes, ElasticsearchClient elasticsearch, Expunger catalogExpunger) {
    return new CatalogProjection(
        writes, elasticsearch, CatalogIndices.STANDING, catalogExpunger::erased);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, String> bankIndexConsumer(
      ConsumerPolicy policy, CatalogProjection projection) {
    return policy.inOrder(GROUP, List.of(Topics.BANK), projection);
  }

  @Bean
  PatientWork catalogKeeper(
      IndexedView catalogView,
      ConcurrentMessageListenerContainer<String, String> bankIndexConsumer,
      @Value("${mockingbird.kafka.bootstrap}") String kafka) {
    return ViewKeeper.keep(catalogView, bankIndexConsumer, kafka);
  }
}
