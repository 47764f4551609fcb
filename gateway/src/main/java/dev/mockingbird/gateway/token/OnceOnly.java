package dev.mockingbird.gateway.token;

import dev.mockingbird.gateway.problem.Problem;
import dev.mockingbird.gateway.secret.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The same `Idempotency-Key` from the same person gives the same answer for 24 hours, and acts
/// once. `mockingbird:once:<person>:<key>` holds `<request's SHA-256> <sealed answer>`: sealed,
/// because the answer shows a new token. Only successes are kept; a refusal may be tried again.
@Component
class OnceOnly {

  private static final Duration REMEMBERED = Duration.ofHours(24);

  /// How long an attempt that never came to an end stands in the way of the next.
  private static final Duration ATTEMPT = Duration.ofSeconds(30);

  private static final String PURPOSE = "idempotent answer ";

  private final ReactiveStringRedisTemplate redis;
  private final Vault vault;
  private final JsonMapper json;

  OnceOnly(ReactiveStringRedisTemplate redis, Vault vault, JsonMapper json) {
    this.redis = redis;
    this.vault = vault;
    this.json = json;
  }

  Mono<ResponseEntity<Object>> run(
      String person, String key, Object request, Supplier<Mono<ResponseEntity<Object>>> act) {
    if (!key.matches("[\\x21-\\x7e]{8,64}")) {
      return Mono.just(
          Problem.of(
                  HttpStatus.BAD_REQUEST,
                  "IDEMPOTENCY_KEY_MALFORMED",
                  "Idempotency-Key must have 8 to 64 visible ASCII characters.")
              .toResponse());
    }
    String place = "mockingbird:once:" + person + ":" + key;
    String fingerprint = TokenText.digest(json.writeValueAsString(request));
    return redis
        .opsForValue()
        .setIfAbsent(place, fingerprint + " ", ATTEMPT)
        .flatMap(
            first ->
                first
                    ? first(place, fingerprint, act)
                    : redis
                        .opsForValue()
                        .get(place)
                        .map(kept -> again(place, fingerprint, kept))
                        .switchIfEmpty(Mono.fromSupplier(OnceOnly::inProgress)));
  }

  private Mono<ResponseEntity<Object>> first(
      String place, String fingerprint, Supplier<Mono<ResponseEntity<Object>>> act) {
    return act.get()
        .flatMap(
            answer ->
                (answer.getStatusCode().is2xxSuccessful()
                        ? redis
                            .opsForValue()
                            .set(place, fingerprint + " " + seal(place, answer), REMEMBERED)
                            .then()
                        : redis.delete(place).then())
                    .thenReturn(answer));
  }

  private ResponseEntity<Object> again(String place, String fingerprint, String kept) {
    int space = kept.indexOf(' ');
    if (!kept.substring(0, space).equals(fingerprint)) {
      return Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "IDEMPOTENCY_KEY_REUSED",
              "This Idempotency-Key was used for another request. Take a new one.")
          .toResponse();
    }
    String sealed = kept.substring(space + 1);
    return sealed.isEmpty() ? inProgress() : open(place, sealed);
  }

  private static ResponseEntity<Object> inProgress() {
    return Problem.of(
            HttpStatus.CONFLICT,
            "IN_PROGRESS",
            "The first request with this Idempotency-Key is still being worked on. Repeat it in a"
                + " few seconds.")
        .toResponse();
  }

  private record Kept(int status, Object body) {}

  private String seal(String place, ResponseEntity<Object> answer) {
    Object body = answer.getBody() == null ? Map.of() : answer.getBody();
    return vault.seal(
        PURPOSE + place, json.writeValueAsBytes(new Kept(answer.getStatusCode().value(), body)));
  }

  private ResponseEntity<Object> open(String place, String sealed) {
    String text = new String(vault.open(PURPOSE + place, sealed), StandardCharsets.UTF_8);
    Kept kept = json.readValue(text, Kept.class);
    return ResponseEntity.status(kept.status()).body(kept.body());
  }
}
