package dev.mockingbird.gateway.session;

import java.util.Map;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Tells the services, over Redis, whose live sockets must be closed now.
@Component
public class SignOuts {

  private static final String CHANNEL = "mockingbird:sign-outs";

  private final ReactiveStringRedisTemplate redis;
  private final JsonMapper json;

  SignOuts(ReactiveStringRedisTemplate redis, JsonMapper json) {
    this.redis = redis;
    this.json = json;
  }

  /// One session or one personal access token has ended.
  public Mono<Void> ofHandle(String handle) {
    return publish(Map.of("sid", handle));
  }

  /// A person may no longer be what they were.
  public Mono<Void> ofPerson(String person) {
    return publish(Map.of("person", person));
  }

  private Mono<Void> publish(Map<String, String> message) {
    return redis.convertAndSend(CHANNEL, json.writeValueAsString(message)).then();
  }
}
