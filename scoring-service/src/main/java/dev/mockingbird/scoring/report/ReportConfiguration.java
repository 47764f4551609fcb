package dev.mockingbird.scoring.report;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.Expunger;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.OutboxRelay;
import dev.mockingbird.eventlog.PatientWork;
import dev.mockingbird.eventlog.ViewKeeper;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.answer.ScoreTopic;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
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

  private static final String GROUP = "scoring-service.reports";
  private static final int CONNECT_MILLIS = 1_000;
  private static final int ANSWER_MILLIS = 5_000;

  /// For a free connection, when others wait for their answers.
  private static final int TURN_MILLIS = 1_000;

  /// The one shard that this service writes.
  private static final String ACCESS = "access";

  /// Nobody waits for Elasticsearch longer than these limits together.
  @Bean(destroyMethod = "close")
  RestClient elasticsearchHttp(@Value("${mockingbird.elasticsearch.url}") String url) {
    return RestClient.builder(HttpHost.create(url))
        .setRequestConfigCallback(
            it ->
                it.setConnectTimeout(CONNECT_MILLIS)
                    .setSocketTimeout(ANSWER_MILLIS)
                    .setConnectionRequestTimeout(TURN_MILLIS))
        .build();
  }

  @Bean
  ReportIndex reportIndex(RestClient elasticsearchHttp, MeterRegistry meters) {
    return new ReportIndex(
        new ElasticsearchClient(
            new RestClientTransport(
                elasticsearchHttp, new Jackson3JsonpMapper(JsonMapper.builder().build()))),
        meters);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, String> reportConsumer(
      ConsumerPolicy policy, ReportIndex index, Expunger reportExpunger) {
    return policy.inOrder(
        GROUP,
        List.of(Topics.ROOM, Topics.SCORE, Topics.INTERVIEW),
        new ReportProjection(index, reportExpunger));
  }

  @Bean
  Expunger reportExpunger(ReportIndex index) {
    return new Expunger(index);
  }

  @Bean
  PatientWork reportExpunging(Expunger reportExpunger) {
    return reportExpunger.work("reports");
  }

  @Bean
  PatientWork reportKeeper(
      ReportIndex index,
      ConcurrentMessageListenerContainer<String, String> reportConsumer,
      @Value("${mockingbird.kafka.bootstrap}") String kafka) {
    return ViewKeeper.keep(index, reportConsumer, kafka);
  }

  @Bean
  HealthIndicator viewsHealthIndicator(ReportIndex index) {
    return () -> {
      try {
        return (index.exists() ? Health.up() : Health.down()).build();
      } catch (IOException | RuntimeException e) {
        return Health.down(e).build();
      }
    };
  }

  /// Without Redis no key opens an answer and nobody may see a report.
  @Bean
  HealthIndicator redisHealthIndicator(StatefulRedisConnection<String, String> eventLogConnection) {
    return () -> {
      try {
        eventLogConnection.sync().ping();
        return Health.up().build();
      } catch (RedisException e) {
        return Health.down(e).build();
      }
    };
  }

  @Bean
  Reports reports(ReportIndex index, ScoreTopic scores) {
    return new Reports(index, scores);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
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
