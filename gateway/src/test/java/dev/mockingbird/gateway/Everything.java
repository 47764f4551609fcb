package dev.mockingbird.gateway;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;

/// All that lies in Redis, as one text: to look for what must not be there.
final class Everything {

  private Everything() {}

  static String inRedis(RunningGateway gateway) {
    ReactiveStringRedisTemplate redis = gateway.bean(ReactiveStringRedisTemplate.class);
    return redis
        .keys("*")
        .flatMap(key -> values(redis, key).map(value -> key + " " + value))
        .collect(Collectors.joining("\n"))
        .block();
  }

  private static Flux<String> values(ReactiveStringRedisTemplate redis, String key) {
    return redis
        .type(key)
        .flatMapMany(
            type ->
                switch (type) {
                  case STRING -> redis.opsForValue().get(key).flux();
                  case HASH -> redis.opsForHash().entries(key).map(Map.Entry::toString);
                  case SET -> redis.opsForSet().members(key);
                  case ZSET ->
                      redis
                          .opsForZSet()
                          .range(key, org.springframework.data.domain.Range.unbounded());
                  case NONE -> Flux.empty();
                  case LIST, STREAM -> Flux.error(new AssertionError("look into " + key + " too"));
                });
  }
}
