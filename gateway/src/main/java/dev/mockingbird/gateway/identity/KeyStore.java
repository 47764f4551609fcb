package dev.mockingbird.gateway.identity;

import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The key ring all gateways share: `mockingbird:gateway:keys` holds it as JSON.
@Component
class KeyStore {

  private static final String KEY = "mockingbird:gateway:keys";

  /// KEYS[1] the ring; ARGV[1] the text it must have now, empty for none; ARGV[2] its new text.
  private static final RedisScript<Boolean> REPLACE =
      RedisScript.of(
          """
          if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
          redis.call('SET', KEYS[1], ARGV[2])
          return 1
          """,
          Boolean.class);

  private final ReactiveStringRedisTemplate redis;
  private final JsonMapper json;

  KeyStore(ReactiveStringRedisTemplate redis, JsonMapper json) {
    this.redis = redis;
    this.json = json;
  }

  /// @param text what lies in Redis, for [#replace]
  record Stored(String text, KeyRing ring) {}

  Mono<Stored> read() {
    return redis
        .opsForValue()
        .get(KEY)
        .map(text -> new Stored(text, json.readValue(text, KeyRing.class)))
        .defaultIfEmpty(new Stored("", KeyRing.EMPTY));
  }

  /// False when another gateway was faster; its ring is then the one that counts.
  Mono<Boolean> replace(Stored expected, KeyRing ring) {
    return redis
        .execute(REPLACE, List.of(KEY), List.of(expected.text(), json.writeValueAsString(ring)))
        .next();
  }
}
