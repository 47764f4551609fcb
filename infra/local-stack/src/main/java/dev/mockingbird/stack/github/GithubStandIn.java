package dev.mockingbird.stack.github;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// GitHub's sign-in as far as Mockingbird's gateway speaks it, for the demo people.
public final class GithubStandIn implements AutoCloseable {

  /// The one application that may sign people in here.
  ///
  /// @param redirectUri compared exactly
  public record Client(String id, String secret, String redirectUri) {}

  private static final int LARGEST_FORM = 16_384;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Client client;
  private final Grants grants;
  private final SecureRandom random;

  private GithubStandIn(HttpServer server, Client client, Grants grants, SecureRandom random) {
    this.server = server;
    this.client = client;
    this.grants = grants;
    this.random = random;
  }

  /// Answers from when this returns until it is closed.
  ///
  /// @param port on loopback; 0 for a free one
  public static GithubStandIn start(
      int port, Client client, InstantSource clock, SecureRandom random) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    GithubStandIn standIn = new GithubStandIn(server, client, new Grants(clock, random), random);
    server.setExecutor(standIn.threads);
    server.createContext("/", exchange -> answer(exchange, standIn::route));
    server.start();
    return standIn;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private record Reply(int status, String type, String body, Map<String, String> headers) {
    static Reply json(int status, String body) {
      return new Reply(status, "application/json; charset=utf-8", body, Map.of());
    }

    static Reply sentence(int status, String sentence) {
      return new Reply(status, "text/plain; charset=utf-8", sentence + "\n", Map.of());
    }

    static Reply redirect(String location) {
      return new Reply(302, "text/plain; charset=utf-8", "", Map.of("Location", location));
    }
  }

  private interface Route {
    Reply reply(HttpExchange exchange) throws IOException;
  }

  private Reply route(HttpExchange exchange) throws IOException {
    return switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
      case "GET /login/oauth/authorize" ->
          authorize(Query.parse(exchange.getRequestURI().getRawQuery()));
      case "POST /login/oauth/authorize" -> authorize(form(exchange));
      case "POST /login/oauth/access_token" -> accessToken(exchange, form(exchange));
      case "GET /user" -> asPerson(exchange, DemoPerson::userJson);
      case "GET /user/emails" -> asPerson(exchange, DemoPerson::emailsJson);
      case "GET /user/orgs", "GET /user/teams" -> asPerson(exchange, _ -> "[]");
      default -> Reply.json(404, "{\"message\":\"Not Found\"}");
    };
  }

  private Reply authorize(Query request) {
    if (!request.get("client_id").equals(client.id())) {
      return Reply.sentence(404, "The application (client_id) is not known here.");
    }
    if (!request.get("redirect_uri").equals(client.redirectUri())) {
      return Reply.sentence(
          400,
          "The redirect_uri is not this application's, which is " + client.redirectUri() + ".");
    }
    if (!request.get("code_challenge_method").equals("S256")
        || request.get("code_challenge").isEmpty()) {
      return Reply.sentence(
          400, "PKCE is needed: send code_challenge with code_challenge_method=S256.");
    }
    return DemoPerson.withLogin(request.get("login"))
        .map(person -> signIn(person, request))
        .orElseGet(() -> page(request));
  }

  private Reply signIn(DemoPerson person, Query request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(
        "code", grants.code(person, request.get("redirect_uri"), request.get("code_challenge")));
    parameters.put("state", request.get("state"));
    return Reply.redirect(client.redirectUri() + "?" + Query.format(parameters));
  }

  private Reply page(Query request) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String nonce = Base64.getEncoder().encodeToString(bytes);
    // Browsers hold form-action against the redirect that follows the form as well.
    String policy =
        "default-src 'none'; style-src 'nonce-%s'; form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'"
            .formatted(nonce, client.redirectUri());
    return new Reply(
        200,
        "text/html; charset=utf-8",
        SignInPage.html(request, nonce),
        Map.of("Content-Security-Policy", policy));
  }

  /// As GitHub does, a refused exchange is answered 200 with an `error`.
  private Reply accessToken(HttpExchange exchange, Query form) {
    if (!isClient(exchange, form)) {
      return Reply.json(
          200,
          error("incorrect_client_credentials", "The client_id or client_secret is incorrect."));
    }
    return switch (grants.exchange(
        form.get("code"), form.get("redirect_uri"), form.get("code_verifier"))) {
      case Grants.Exchange.Token(String token) ->
          Reply.json(
              200,
              "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"scope\":\"read:user,user:email\"}"
                  .formatted(token));
      case Grants.Exchange.Refused(String error, String description) ->
          Reply.json(200, error(error, description));
    };
  }

  private boolean isClient(HttpExchange exchange, Query form) {
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    return same(authorization == null ? "" : authorization, basic)
        || (same(form.get("client_id"), client.id())
            && same(form.get("client_secret"), client.secret()));
  }

  private Reply asPerson(
      HttpExchange exchange, java.util.function.Function<DemoPerson, String> json) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
        .map(header -> header.replaceFirst("(?i)^(bearer|token) ", ""))
        .flatMap(grants::personWith)
        .map(person -> Reply.json(200, json.apply(person)))
        .orElseGet(() -> Reply.json(401, "{\"message\":\"Bad credentials\"}"));
  }

  private static void answer(HttpExchange exchange, Route route) throws IOException {
    try (exchange) {
      Reply reply = route.reply(exchange);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
      exchange
          .getResponseHeaders()
          .set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Query form(HttpExchange exchange) throws IOException {
    return Query.parse(
        new String(exchange.getRequestBody().readNBytes(LARGEST_FORM), StandardCharsets.UTF_8));
  }

  private static String error(String code, String description) {
    return "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(code, description);
  }

  private static boolean same(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
