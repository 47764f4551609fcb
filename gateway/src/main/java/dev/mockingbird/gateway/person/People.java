package dev.mockingbird.gateway.person;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The profiles of all people who ever signed in: `mockingbird:person:<id>` holds one as JSON.
@Component
public class People {

  private final ReactiveStringRedisTemplate redis;
  private final JsonMapper json;

  People(ReactiveStringRedisTemplate redis, JsonMapper json) {
    this.redis = redis;
    this.json = json;
  }

  /// Empty for somebody who never signed in, or was erased.
  public Mono<Profile> find(String id) {
    return redis.opsForValue().get(key(id)).map(this::read);
  }

  public Mono<Void> save(Profile profile) {
    return redis.opsForValue().set(key(profile.id()), json.writeValueAsString(profile)).then();
  }

  Mono<List<Profile>> findAll(Collection<String> ids) {
    return redis
        .opsForValue()
        .multiGet(ids.stream().map(People::key).toList())
        .map(found -> found.stream().filter(Objects::nonNull).map(this::read).toList());
  }

  private Profile read(String text) {
    return json.readValue(text, Profile.class);
  }

  private static String key(String id) {
    return "mockingbird:person:" + id;
  }
}
