package dev.mockingbird.faults;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Executors;

/// What stands around interview-service: signs the tokens of as many people as are needed, serves
/// the key to check them with, and answers for the question bank.
final class Issuer implements AutoCloseable {

  private static final long LIFE_SECONDS = 7_200;
  private static final String HEADER = "{\"alg\":\"ES256\",\"kid\":\"faults\"}";
  private static final String SNAPSHOT =
      """
      {"question":{"id":"%1$s","version":1,"language":"zh","topic":"数据库","title":"问题 %1$s","body":"",
      "difficulty":"medium","minutes":5,"tags":[]},
      "staff":{"reference":"参考答案","keyPoints":[{"text":"要点","weight":3}],"hints":["提示"],"sources":[]}}""";

  private final HttpServer server;
  private final KeyPair key;

  Issuer() throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      key = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    serve("/.well-known/jwks.json", _ -> keys());
    serve("/api/questions/", path -> SNAPSHOT.formatted(path.split("/")[3]));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// @param person such as `demo:1003`
  /// @param roles of JSON strings, such as `"interviewer","member"`
  String token(String person, String roles) {
    long now = Instant.now().getEpochSecond();
    String claims =
        """
        {"iss":"mockingbird","aud":"mockingbird","sub":"%1$s","login":"%1$s","sid":"session-of-%1$s",\
        "roles":[%2$s],"scope":"read write","iat":%3$d,"exp":%4$d}"""
            .formatted(person, roles, now, now + LIFE_SECONDS);
    String signed = encode(HEADER) + "." + encode(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.UTF_8));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String keys() {
    var point = ((ECPublicKey) key.getPublic()).getW();
    return """
        {"keys":[{"kty":"EC","crv":"P-256","kid":"faults","alg":"ES256","use":"sig","x":"%s","y":"%s"}]}"""
        .formatted(coordinate(point.getAffineX()), coordinate(point.getAffineY()));
  }

  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
    return encode(padded);
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private interface Answer {
    String to(String path);
  }

  private void serve(String path, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          byte[] body =
              answer.to(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
