package dev.mockingbird.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.person.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import reactor.core.publisher.Mono;

/// Mints the ES256 token that tells a service who is calling. One is used again for the same caller
/// while at least half of its life is left.
@Component
public class IdentityTokens {

  static final Duration LIFE = Duration.ofMinutes(5);
  private static final int REMEMBERED = 10_000;

  private final SigningKeys keys;
  private final Clock clock;
  private final ConcurrentLruCache<Minting, Minted> minted =
      new ConcurrentLruCache<>(REMEMBERED, this::sign);

  IdentityTokens(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// All that a token depends on but time.
  private record Minting(Caller caller, ECKey key) {}

  private record Minted(String token, Instant issuedAt) {}

  public Mono<String> mint(Caller caller) {
    return keys.current()
        .map(
            key -> {
              Minting minting = new Minting(caller, key);
              Minted known = minted.get(minting);
              if (known.issuedAt().plus(LIFE.dividedBy(2)).isBefore(clock.instant())) {
                minted.remove(minting);
                known = minted.get(minting);
              }
              return known.token();
            });
  }

  private Minted sign(Minting minting) {
    Caller caller = minting.caller();
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer("mockingbird")
            .audience("mockingbird")
            .subject(caller.profile().id())
            .claim("name", caller.profile().name())
            .claim("login", caller.profile().login())
            .claim("sid", caller.proof().handle())
            .claim("wid", "default")
            .claim("roles", new TreeSet<>(caller.roles()).stream().map(Role::wireName).toList())
            .claim("scope", caller.scope().claim())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(minting.key().getKeyID()).build(),
            claims);
    try {
      jwt.sign(new ECDSASigner(minting.key()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return new Minted(jwt.serialize(), now);
  }
}
