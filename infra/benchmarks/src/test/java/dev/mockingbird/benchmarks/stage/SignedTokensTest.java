package dev.mockingbird.benchmarks.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignedTokensTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Coordinates with a leading zero come up once in a hundred keys.
  @RepeatedTest(20)
  void aTokenIsVerifiedByTheKeyThatIsServed() throws Exception {
    SignedTokens tokens = new SignedTokens();
    JsonNode key = JSON.readTree(tokens.publicKey());
    String[] parts = tokens.token("demo:7", "\"member\"").split("\\.");

    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));

    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    assertThat(claims.get("sub").asString()).isEqualTo("demo:7");
    assertThat(claims.get("roles").get(0).asString()).isEqualTo("member");
  }

  private static BigInteger number(JsonNode key, String name) {
    byte[] bytes = Base64.getUrlDecoder().decode(key.get(name).asString());
    assertThat(bytes).hasSize(32);
    return new BigInteger(1, bytes);
  }
}
