package dev.mockingbird.benchmarks.stage;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/// Tokens as the gateway signs them for the services: ES256 under a key that it serves.
final class SignedTokens {

  private static final Duration VALID = Duration.ofHours(1);
  private static final int COORDINATE_BYTES = 32;

  private final KeyPair keys;

  SignedTokens() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String publicKey() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    return """
        {"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"benchmarks","x":"%s","y":"%s"}"""
        .formatted(coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
  }

  /// @param person such as `demo:1003`
  /// @param roles as JSON strings, comma separated
  String token(String person, String roles) {
    long now = Instant.now().getEpochSecond();
    String claims =
        """
        {"iss":"mockingbird","aud":"mockingbird","sub":"%1$s","login":"p%2$s","sid":"session-of-%2$s",\
        "roles":[%3$s],"scope":"read write","iat":%4$d,"exp":%5$d}"""
            .formatted(
                person,
                person.substring(person.indexOf(':') + 1),
                roles,
                now,
                now + VALID.toSeconds());
    String signed =
        encode("{\"alg\":\"ES256\",\"kid\":\"benchmarks\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + encode(claims.getBytes(StandardCharsets.UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int kept = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(
        Arrays.copyOfRange(bytes, bytes.length - kept, bytes.length),
        0,
        fixed,
        COORDINATE_BYTES - kept,
        kept);
    return encode(fixed);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
