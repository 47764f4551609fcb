package dev.mockingbird.search.bank;

import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.OutboxRelay;
import io.lettuce.core.RedisClient;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// This service writes the bank's shard, so it relays it.
@Configuration(proxyBeanMethods = false)
class BankConfiguration {

  @Bean
  OutboxRelay bankRelay(
      RedisClient eventLogRedis, Producer<String, String> durableProducer, EventCodec eventCodec) {
    return new OutboxRelay(eventLogRedis, durableProducer, eventCodec, List.of(BankJournal.TAG));
  }
}
