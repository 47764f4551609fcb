package dev.mockingbird.interview;

import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.OutboxRelay;
import dev.mockingbird.eventlog.Shards;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// This service writes the shards of all interviews, so it relays them.
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

  @Bean
  OutboxRelay outboxRelay(
      RedisClient eventLogRedis,
      Producer<String, String> durableProducer,
      EventCodec eventCodec,
      Shards shards,
      MeterRegistry meters) {
    return new OutboxRelay(eventLogRedis, durableProducer, eventCodec, shards.tags(), meters);
  }

  @Bean
  AccessLog accessLog(
      StatefulRedisConnection<String, String> eventLogConnection,
      Journal journal,
      EventCodec eventCodec,
      Shards shards) {
    return new AccessLog(eventLogConnection, journal, eventCodec, shards.tags().getFirst());
  }
}
