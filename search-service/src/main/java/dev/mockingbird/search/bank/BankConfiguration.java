package dev.mockingbird.search.bank;

import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.OutboxRelay;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// This service writes the bank's shard, so it relays it.
@Configuration(proxyBeanMethods = false)
class BankConfiguration {

  @Bean
  OutboxRelay bankRelay(
      RedisClient eventLogRedis,
      Producer<String, String> durableProducer,
      EventCodec eventCodec,
      MeterRegistry meters) {
    return new OutboxRelay(
        eventLogRedis, durableProducer, eventCodec, List.of(BankJournal.TAG), meters);
  }

  @Bean
  AccessLog accessLog(
      StatefulRedisConnection<String, String> eventLogConnection,
      Journal journal,
      EventCodec eventCodec) {
    return new AccessLog(eventLogConnection, journal, eventCodec, BankJournal.TAG);
  }

  /// Without Redis the bank can neither decide nor tell.
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
}
