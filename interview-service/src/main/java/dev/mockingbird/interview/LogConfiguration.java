package dev.mockingbird.interview;

import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.OutboxRelay;
import dev.mockingbird.eventlog.Shards;
import io.lettuce.core.RedisClient;
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
      Shards shards) {
    return new OutboxRelay(eventLogRedis, durableProducer, eventCodec, shards.tags());
  }
}
