package dev.mockingbird.eventlog;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// The event log for a Spring service: import it, then declare an [OutboxRelay] for the shards that
/// the service writes.
@Configuration(proxyBeanMethods = false)
public class EventLogConfiguration {

  private static final Duration REDIS_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration RECONNECT_FROM = Duration.ofMillis(10);
  private static final Duration RECONNECT_TO = Duration.ofMillis(500);

  /// Commands that are written out together at most.
  private static final int FLUSHED = 256;

  @Bean(destroyMethod = "close")
  EventLoops eventLoops() {
    return new EventLoops();
  }

  /// Spring's own connection to Redis takes them as well. However long Redis was away, rooms go on
  /// moments after it is back: the usual pause between two attempts grows to half a minute.
  /// Commands without an answer are then sent again: appends are recognised by (client, n).
  @Bean(destroyMethod = "shutdown")
  ClientResources redisResources(EventLoops eventLoops) {
    return ClientResources.builder()
        .eventLoopGroupProvider(eventLoops.provider())
        .reconnectDelay(Delay.exponential(RECONNECT_FROM, RECONNECT_TO, 2, TimeUnit.MILLISECONDS))
        .commandLatencyRecorder(CommandLatencyRecorder.disabled())
        .nettyCustomizer(
            new NettyCustomizer() {
              @Override
              public void afterChannelInitialized(Channel channel) {
                channel
                    .pipeline()
                    .addFirst(new SilentPeer(), new FlushConsolidationHandler(FLUSHED, true));
              }
            })
        .build();
  }

  @Bean(destroyMethod = "shutdown")
  RedisClient eventLogRedis(
      ClientResources redisResources, @Value("${mockingbird.redis.url}") String url) {
    RedisURI uri = RedisURI.create(url);
    uri.setTimeout(REDIS_TIMEOUT);
    RedisClient client = RedisClient.create(redisResources, uri);
    client.setOptions(
        ClientOptions.builder()
            .timeoutOptions(TimeoutOptions.enabled(REDIS_TIMEOUT))
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build())
            .build());
    return client;
  }

  @Bean(destroyMethod = "close")
  StatefulRedisConnection<String, String> eventLogConnection(RedisClient eventLogRedis) {
    return eventLogRedis.connect();
  }

  @Bean
  Shards shards(@Value("${mockingbird.shards:8}") int count) {
    return new Shards(count);
  }

  @Bean
  InstallationKey installationKey(@Value("${mockingbird.installation.key.file}") Path file) {
    return InstallationKey.read(file);
  }

  @Bean
  @Primary
  DataKeys dataKeys(
      StatefulRedisConnection<String, String> eventLogConnection,
      Shards shards,
      InstallationKey installationKey) {
    return new DataKeys(eventLogConnection, shards, installationKey, new SecureRandom());
  }

  @Bean
  DataKeys questionKeys(
      StatefulRedisConnection<String, String> eventLogConnection, InstallationKey installationKey) {
    return DataKeys.ofQuestions(eventLogConnection, installationKey, new SecureRandom());
  }

  @Bean
  EventCodec eventCodec(DataKeys dataKeys, @Qualifier("questionKeys") DataKeys questionKeys) {
    return new EventCodec("default", dataKeys, questionKeys);
  }

  @Bean
  Journal journal(
      StatefulRedisConnection<String, String> eventLogConnection,
      @Value("${mockingbird.incarnation:}") String incarnation) {
    return new RedisJournal(
        eventLogConnection, () -> UUID.randomUUID().toString().substring(0, 8), incarnation);
  }

  @Bean(destroyMethod = "close")
  Producer<String, String> durableProducer(@Value("${mockingbird.kafka.bootstrap}") String kafka) {
    return DurableProducer.create(kafka);
  }

  @Bean
  ConsumerPolicy consumerPolicy(
      @Value("${mockingbird.kafka.bootstrap}") String kafka,
      EventCodec eventCodec,
      TopicCreator topicCreator,
      MeterRegistry meters) {
    return new ConsumerPolicy(kafka, eventCodec, topicCreator, meters);
  }

  @Bean
  TopicCreator topicCreator(@Value("${mockingbird.kafka.bootstrap}") String kafka, Shards shards) {
    return new TopicCreator(kafka, shards.count());
  }

  @Bean
  TopicsAtStart topicsAtStart(TopicCreator topicCreator) {
    return new TopicsAtStart(topicCreator);
  }
}
