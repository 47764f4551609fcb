package dev.mockingbird.stack.github;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Codes (once, for ten minutes, bound to a redirect address and a PKCE challenge) and the access
/// tokens they are changed into.
final class Grants {

  private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final SecureRandom random;
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, DemoPerson> tokens = new ConcurrentHashMap<>();

  Grants(InstantSource clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  private record Grant(
      DemoPerson person, String redirectUri, String challenge, Instant expiresAt) {}

  /// What comes of a code; the names of refusals are GitHub's.
  sealed interface Exchange {
    record Token(String value) implements Exchange {}

    record Refused(String error, String description) implements Exchange {}
  }

  String code(DemoPerson person, String redirectUri, String challenge) {
    codes.values().removeIf(grant -> grant.expiresAt().isBefore(clock.instant()));
    String code = secret("");
    codes.put(code, new Grant(person, redirectUri, challenge, clock.instant().plus(CODE_LIFETIME)));
    return code;
  }

  /// A code is spent by the first attempt to use it, whatever comes of that.
  Exchange exchange(String code, String redirectUri, String verifier) {
    Grant grant = codes.remove(code);
    if (grant == null || grant.expiresAt().isBefore(clock.instant())) {
      return new Exchange.Refused(
          "bad_verification_code", "The code passed is incorrect or expired.");
    }
    if (!grant.redirectUri().equals(redirectUri)) {
      return new Exchange.Refused(
          "redirect_uri_mismatch", "The redirect_uri is not the one the code was asked for with.");
    }
    if (!MessageDigest.isEqual(bytes(challengeOf(verifier)), bytes(grant.challenge()))) {
      return new Exchange.Refused(
          "bad_verification_code", "The code_verifier does not match the code_challenge.");
    }
    String token = secret("gho_demo_");
    tokens.put(token, grant.person());
    return new Exchange.Token(token);
  }

  Optional<DemoPerson> personWith(String token) {
    return Optional.ofNullable(tokens.get(token));
  }

  static String challengeOf(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String secret(String prefix) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
