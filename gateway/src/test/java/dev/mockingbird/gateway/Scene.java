package dev.mockingbird.gateway;

import dev.mockingbird.gateway.FakeGitHub.Person;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import tools.jackson.databind.JsonNode;

/// A gateway with all that stands around it: real Redis, a strict OAuth server, and a service that
/// shows what reaches it. There is one for all tests of this JVM.
record Scene(Stores stores, FakeGitHub gitHub, EchoService service, RunningGateway gateway)
    implements AutoCloseable {

  static final Person OLGA = new Person(1001, "Olga", "Olga Ivanova");
  static final Person IVAN = new Person(1002, "ivan", "Ivan");
  static final Person CHEN = new Person(1003, "chen", "陈");

  private static Scene set() {
    Stores stores = Stores.shared(Store.REDIS);
    FakeGitHub gitHub = new FakeGitHub();
    EchoService service = new EchoService();
    return new Scene(
        stores, gitHub, service, RunningGateway.start(stores, gitHub.uri(), service.uri()));
  }

  Browser browser() {
    return new Browser(gateway.uri());
  }

  /// A second gateway at the same Redis, with some settings of its own.
  RunningGateway another(String... settings) {
    return RunningGateway.start(stores, gitHub.uri(), service.uri(), settings);
  }

  RunningGateway another(int port, String... settings) {
    return RunningGateway.start(port, stores, gitHub.uri(), service.uri(), settings);
  }

  /// Who the service was told is calling, checked as services check it.
  Jwt relayed(HttpResponse<String> echoed) {
    return relayed(Browser.json(echoed));
  }

  Jwt relayed(JsonNode headers) {
    return verified(headers.get("authorization").asString(), gateway);
  }

  static Jwt verified(String authorization, RunningGateway issuer) {
    return NimbusReactiveJwtDecoder.withJwkSetUri(issuer.uri() + "/.well-known/jwks.json")
        .jwsAlgorithm(SignatureAlgorithm.ES256)
        .build()
        .decode(authorization.replaceFirst("^Bearer ", ""))
        .block();
  }

  @Override
  public void close() {
    gateway.close();
    service.close();
    gitHub.close();
  }

  /// Hands the scene to test classes; JUnit closes it after the last one.
  static final class Shared implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Shared.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Scene resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(NAMESPACE)
          .computeIfAbsent(Scene.class, _ -> Scene.set(), Scene.class);
    }
  }
}
