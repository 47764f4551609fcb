package dev.mockingbird.interview.story;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.interview.room.RoomFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// What stands around the service in production: signs tokens whose keys it serves, and answers for
/// the question bank.
final class TestGateway implements AutoCloseable {

  private final HttpServer server;
  private final ECKey key;
  private final Map<String, Integer> versions = new ConcurrentHashMap<>();

  TestGateway() throws IOException, JOSEException {
    key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/.well-known/jwks.json", path -> new JWKSet(key.toPublicJWK()).toString());
    serve("/api/questions/", this::snapshot);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// @param person such as `demo:1003`
  String token(String person, String login, String... roles) {
    return signed(person, login, "read write", roles);
  }

  String readOnlyToken(String person, String login) {
    return signed(person, login, "read", "member");
  }

  private String signed(String person, String login, String scope, String... roles) {
    try {
      Instant now = Instant.now();
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("test").build(),
              new JWTClaimsSet.Builder()
                  .issuer("mockingbird")
                  .audience("mockingbird")
                  .subject(person)
                  .claim("login", login)
                  .claim("sid", "session-of-" + login)
                  .claim("roles", List.of(roles))
                  .claim("scope", scope)
                  .issueTime(Date.from(now))
                  .expirationTime(Date.from(now.plusSeconds(300)))
                  .build());
      jwt.sign(new ECDSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The bank has a new version of the question from now on.
  void edit(String question) {
    versions.merge(question, 1, Integer::sum);
  }

  /// A question of the bank; `long-60000` has a reference that is 60,000 units longer.
  private String snapshot(String path) {
    String id = path.split("/")[3];
    int more = id.startsWith("long-") ? Integer.parseInt(id.substring(5)) : 0;
    StaffMaterial staff = RoomFixture.staff(id);
    JsonMapper json = JsonMapper.builder().build();
    return json.writeValueAsString(
        json.createObjectNode()
            .<tools.jackson.databind.node.ObjectNode>set("question", json.valueToTree(question(id)))
            .set(
                "staff",
                json.valueToTree(
                    new StaffMaterial(
                        staff.reference() + "字".repeat(more),
                        staff.keyPoints(),
                        staff.hints(),
                        staff.sources(),
                        staff.rubric(),
                        staff.followUps()))));
  }

  private QuestionSnapshot question(String id) {
    QuestionSnapshot first = RoomFixture.question(id);
    int version = 1 + versions.getOrDefault(id, 0);
    return new QuestionSnapshot(
        id,
        version,
        first.language(),
        first.topic(),
        version == 1 ? first.title() : first.title() + " " + version,
        first.body(),
        first.difficulty(),
        first.minutes(),
        first.tags());
  }

  private void serve(String path, java.util.function.UnaryOperator<String> answer) {
    server.createContext(
        path,
        exchange -> {
          byte[] body =
              answer.apply(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
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
