package dev.mockingbird.scoring.report;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.OutboxRelay;
import dev.mockingbird.events.Topics;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.http.HttpHost;
import org.apache.kafka.clients.producer.Producer;
import org.elasticsearch.client.RestClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

  /// The one shard that this service writes.
  private static final String ACCESS = "access";

  @Bean(destroyMethod = "close")
  RestClient elasticsearchHttp(@Value("${mockingbird.elasticsearch.url}") String url) {
    return RestClient.builder(HttpHost.create(url)).build();
  }

  @Bean
  ReportIndex reportIndex(RestClient elasticsearchHttp) {
    return new ReportIndex(
        new ElasticsearchClient(
            new RestClientTransport(
                elasticsearchHttp, new Jackson3JsonpMapper(JsonMapper.builder().build()))));
  }

  @Bean
  ConcurrentMessageListenerContainer<String, String> reportConsumer(
      ConsumerPolicy policy, ReportIndex index) {
    var container =
        policy.inOrder(
            ReportProjection.GROUP,
            List.of(Topics.ROOM, Topics.SCORE, Topics.INTERVIEW),
            new ReportProjection(index));
    container.setAutoStartup(false);
    return container;
  }

  @Bean
  ReportStart reportStart(
      ReportIndex index,
      ConcurrentMessageListenerContainer<String, String> reportConsumer,
      @Value("${mockingbird.kafka.bootstrap}") String kafka) {
    return new ReportStart(index, reportConsumer, kafka);
  }

  @Bean
  HealthIndicator reportsHealthIndicator(ReportIndex index) {
    return () -> {
      try {
        return (index.healthy() ? Health.up() : Health.down()).build();
      } catch (Exception e) {
        return Health.down().withDetail("error", e.getClass().getSimpleName()).build();
      }
    };
  }

  @Bean
  AccessLog accessLog(
      StatefulRedisConnection<String, String> eventLogConnection,
      Journal journal,
      EventCodec codec) {
    return new AccessLog(eventLogConnection, journal, codec, ACCESS);
  }

  @Bean
  OutboxRelay accessRelay(
      RedisClient eventLogRedis,
      Producer<String, String> durableProducer,
      EventCodec codec,
      MeterRegistry meters) {
    return new OutboxRelay(eventLogRedis, durableProducer, codec, List.of(ACCESS), meters);
  }
}
