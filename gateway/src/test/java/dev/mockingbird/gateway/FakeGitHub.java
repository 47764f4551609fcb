package dev.mockingbird.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// GitHub's OAuth endpoints for tests, with GitHub's own ways: a refused code comes with status
/// 200, a token as a form unless JSON is asked for, and nothing without a `User-Agent`. It is
/// strict: PKCE is verified, a code is good once, and the redirect URI must be the one of the
/// authorisation. Who signs in is set by the test.
final class FakeGitHub implements AutoCloseable {

  record Person(long id, String login, String name) {}

  private record Grant(Person person, String challenge, String redirectUri) {}

  private final HttpServer server;
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, Person> tokens = new ConcurrentHashMap<>();
  private final Map<String, String> memberships = new ConcurrentHashMap<>();
  private final Map<String, Answer> once = new ConcurrentHashMap<>();
  private volatile String scopes = "";

  /// @param header one more header, as `name: value`
  record Answer(int status, String header, String body) {}

  FakeGitHub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    serve("/login/oauth/access_token", this::token);
    serve("/user", this::user);
    serve("/orgs/", this::membership);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// @param state `active` or `pending`; the team is in GitHub's address of it, `acme/teams/hiring`
  void membership(String team, Person person, String state) {
    memberships.put("/orgs/%s/memberships/%s".formatted(team, person.login()), state);
  }

  void noMemberships() {
    memberships.clear();
  }

  /// Answers the next request below this path so, whatever it is.
  void answerOnce(String path, Answer answer) {
    once.put(path, answer);
  }

  private void serve(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          Answer wanted = once.remove(path);
          if (wanted != null) {
            String[] header = wanted.header().split(": ", 2);
            exchange.getResponseHeaders().set(header[0], header[1]);
            answer(exchange, wanted.status(), wanted.body());
          } else if (exchange.getRequestHeaders().getFirst("User-Agent") == null) {
            answer(exchange, 403, "{\"message\":\"Request forbidden by administrative rules.\"}");
          } else {
            handler.handle(exchange);
          }
        });
  }

  String askedScopes() {
    return scopes;
  }

  /// The person agrees on GitHub's page: where GitHub sends the browser back to.
  URI agree(URI authorize, Person person) {
    Map<String, String> query = query(authorize.getRawQuery());
    if (!"S256".equals(query.get("code_challenge_method"))) {
      throw new AssertionError("no PKCE in " + authorize);
    }
    scopes = query.getOrDefault("scope", "");
    String code = UUID.randomUUID().toString();
    codes.put(code, new Grant(person, query.get("code_challenge"), query.get("redirect_uri")));
    return URI.create(
        query.get("redirect_uri")
            + "?code="
            + code
            + "&state="
            + java.net.URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8));
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form = query(body);
    Grant grant = codes.remove(form.getOrDefault("code", ""));
    boolean good =
        grant != null
            && grant.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))
            && grant.redirectUri().equals(form.get("redirect_uri"))
            && "client".equals(form.get("client_id"))
            && "secret".equals(form.get("client_secret"));
    if (!good) {
      // GitHub says so with status 200.
      answer(exchange, 200, "{\"error\":\"bad_verification_code\"}");
      return;
    }
    String token = "gho_" + UUID.randomUUID();
    tokens.put(token, grant.person());
    if (String.valueOf(exchange.getRequestHeaders().getFirst("Accept")).contains("json")) {
      answer(
          exchange,
          200,
          "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"scope\":\"read:org,read:user\"}"
              .formatted(token));
    } else {
      exchange.getResponseHeaders().set("Content-Type", "application/x-www-form-urlencoded");
      answer(
          exchange, 200, "access_token=%s&scope=read%%3Auser&token_type=bearer".formatted(token));
    }
  }

  private @Nullable Person caller(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return tokens.get(String.valueOf(header).replaceFirst("(?i)Bearer ", ""));
  }

  private void membership(HttpExchange exchange) throws IOException {
    String state = memberships.get(exchange.getRequestURI().getPath());
    if (caller(exchange) == null || state == null) {
      answer(exchange, 404, "{\"message\":\"Not Found\"}");
    } else {
      answer(exchange, 200, "{\"state\":\"%s\",\"role\":\"member\"}".formatted(state));
    }
  }

  private void user(HttpExchange exchange) throws IOException {
    Person person = caller(exchange);
    if (person == null) {
      answer(exchange, 401, "{\"message\":\"Bad credentials\"}");
      return;
    }
    answer(
        exchange,
        200,
        "{\"id\":%d,\"login\":\"%s\",\"name\":\"%s\",\"avatar_url\":\"https://avatars.githubusercontent.com/u/%d\"}"
            .formatted(person.id(), person.login(), person.name(), person.id()));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> query(String text) {
    return Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
