package dev.mockingbird.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.mockingbird.gateway.secret.Vault;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives the key to sign with, makes its successor when the time has come, and shows the public
/// halves.
@Component
class SigningKeys {

  private final KeyStore store;
  private final Vault vault;
  private final Clock clock;
  private final Duration signingFor;
  private final Mono<ECKey> current;

  /// @param lookedAtEvery how long this gateway may sign without noticing another's rotation; far
  ///   less than the time for which a replaced key stays known
  SigningKeys(
      KeyStore store,
      Vault vault,
      Clock clock,
      @Value("${mockingbird.keys.rotate-after:30d}") Duration signingFor,
      @Value("${mockingbird.keys.looked-at-every:1m}") Duration lookedAtEvery) {
    this.store = store;
    this.vault = vault;
    this.clock = clock;
    this.signingFor = signingFor;
    this.current =
        Mono.defer(this::ring)
            .map(this::open)
            .cache(_ -> lookedAtEvery, _ -> Duration.ZERO, () -> Duration.ZERO);
  }

  Mono<ECKey> current() {
    return current;
  }

  /// Read anew each time: a service asks just when it has met a key it does not know.
  Mono<List<Map<String, Object>>> publicKeys() {
    return ring().map(ring -> ring.keys().stream().map(SigningKey::publicKey).toList());
  }

  private Mono<KeyRing> ring() {
    return store
        .read()
        .flatMap(
            stored -> {
              KeyRing ring = stored.ring();
              if (!ring.needsNewKey(clock.instant(), signingFor)) {
                return Mono.just(ring);
              }
              KeyRing next = ring.with(generate()).trimmed(clock.instant());
              return store.replace(stored, next).flatMap(done -> done ? Mono.just(next) : ring());
            });
  }

  private SigningKey generate() {
    try {
      ECKey pair =
          new ECKeyGenerator(Curve.P_256)
              .keyID(UUID.randomUUID().toString())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(com.nimbusds.jose.JWSAlgorithm.ES256)
              .generate();
      return new SigningKey(
          pair.getKeyID(),
          clock.instant(),
          pair.toPublicJWK().toJSONObject(),
          vault.seal(
              purpose(pair.getKeyID()), pair.toJSONString().getBytes(StandardCharsets.UTF_8)));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private ECKey open(KeyRing ring) {
    SigningKey newest = ring.keys().getFirst();
    try {
      return ECKey.parse(
          new String(
              vault.open(purpose(newest.kid()), newest.sealedPrivateKey()),
              StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("The signing key " + newest.kid() + " is not a JWK", e);
    }
  }

  private static String purpose(String kid) {
    return "signing key " + kid;
  }
}
