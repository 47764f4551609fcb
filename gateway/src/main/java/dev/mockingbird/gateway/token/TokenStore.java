package dev.mockingbird.gateway.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.data.redis.core.ReactiveHashOperations;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Tokens in Redis:
///
/// - `mockingbird:tokens:<person>` hash, token id → the token as JSON
/// - `mockingbird:token:<sha-256>` → `<token id> <person>`; without it a token does not work
/// - `mockingbird:token-use:<person>` hash, token id → when it was last used
@Component
class TokenStore {

  private final ReactiveStringRedisTemplate redis;
  private final ReactiveHashOperations<String, String, String> hashes;
  private final JsonMapper json;

  TokenStore(ReactiveStringRedisTemplate redis, JsonMapper json) {
    this.redis = redis;
    this.hashes = redis.opsForHash();
    this.json = json;
  }

  /// Listed first, then valid: whatever breaks in between, no token works that nobody can see.
  Mono<Void> add(PersonalToken token) {
    return hashes
        .put(list(token.person()), token.id(), json.writeValueAsString(token))
        .then(redis.opsForValue().set(lookup(token.digest()), token.id() + " " + token.person()))
        .then();
  }

  /// The other way round: invalid first, then no longer listed.
  Mono<Void> remove(PersonalToken token) {
    return redis
        .delete(lookup(token.digest()))
        .then(hashes.remove(list(token.person()), token.id()))
        .then(hashes.remove(uses(token.person()), token.id()))
        .then();
  }

  Mono<PersonalToken> findByDigest(String digest) {
    return redis
        .opsForValue()
        .get(lookup(digest))
        .flatMap(
            place -> {
              int space = place.indexOf(' ');
              return find(place.substring(space + 1), place.substring(0, space));
            });
  }

  Mono<PersonalToken> find(String person, String id) {
    return hashes.get(list(person), id).map(this::read);
  }

  Flux<PersonalToken> findAll(String person) {
    return hashes.values(list(person)).map(this::read);
  }

  Mono<Long> count(String person) {
    return hashes.size(list(person));
  }

  Mono<Map<String, Instant>> lastUses(String person) {
    return hashes
        .entries(uses(person))
        .collectMap(Map.Entry::getKey, use -> Instant.parse(use.getValue()));
  }

  /// To the minute, so that a busy script does not write to disk with each request.
  Mono<Void> used(PersonalToken token, Instant now) {
    return redis
        .opsForValue()
        .setIfAbsent("mockingbird:token-used:" + token.id(), "", Duration.ofMinutes(1))
        .filter(first -> first)
        .flatMap(_ -> hashes.put(uses(token.person()), token.id(), now.toString()))
        .then();
  }

  private PersonalToken read(String text) {
    return json.readValue(text, PersonalToken.class);
  }

  private static String list(String person) {
    return "mockingbird:tokens:" + person;
  }

  private static String uses(String person) {
    return "mockingbird:token-use:" + person;
  }

  private static String lookup(String digest) {
    return "mockingbird:token:" + digest;
  }
}
