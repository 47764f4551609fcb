package dev.mockingbird.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody signed in at the gateway: a browser's cookies, or an access token.
///
/// A request that gets no answer, or a server error, is sent again under the same idempotency key
/// for up to [#PATIENCE].
public final class Person {

  static final JsonMapper JSON = JsonMapper.builder().build();
  static final Duration PATIENCE = Duration.ofSeconds(90);

  /// Of everybody who needs no cookies.
  private static final HttpClient SHARED = client().build();

  private final URI base;
  private final URI sockets;
  private final URI site;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http;
  private final Optional<String> token;

  /// @param site whose pages this person has open
  private Person(URI base, URI sockets, URI site, Optional<String> token) {
    this.base = base;
    this.sockets = sockets;
    this.site = site;
    this.token = token;
    this.http = token.isPresent() ? SHARED : client().cookieHandler(cookies).build();
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .followRedirects(HttpClient.Redirect.NEVER);
  }

  public static Person withToken(URI base, String token) {
    return new Person(base, base, base, Optional.of(token));
  }

  /// At an instance of the interview-service itself, with no gateway before it.
  public static Person atInstance(URI base, URI sockets, URI site, String token) {
    return new Person(base, sockets, site, Optional.of(token));
  }

  /// Fails at once where nobody listens: an installation that is there stays patient with its
  /// restarts, one that is not would keep people waiting for nothing.
  static void knock(URI base) {
    int port = base.getPort() >= 0 ? base.getPort() : base.getScheme().equals("https") ? 443 : 80;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(base.getHost(), port), 5_000);
    } catch (IOException e) {
      throw new StepFailedException(
          "nobody answers at "
              + base
              + "; start Mockingbird with ./mockingbird up, or name another with --url");
    }
  }

  /// Goes through the OAuth flow as a browser does, choosing `login` on the demo sign-in page; from
  /// the start again when it was cut off, for up to [#PATIENCE].
  public static Person signedIn(URI base, String login) {
    Instant until = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        return signInOnce(base, login);
      } catch (StepFailedException e) {
        if (Instant.now().isAfter(until)) {
          throw e;
        }
        pause();
      }
    }
  }

  private static Person signInOnce(URI base, String login) {
    Person person = new Person(base, base, base, Optional.empty());
    URI next = base.resolve("/oauth2/authorization/github");
    for (int hops = 0; hops < 8; hops++) {
      HttpResponse<String> response = person.visit(next);
      Optional<String> location = response.headers().firstValue("Location");
      if (location.isEmpty()) {
        break;
      }
      URI target = next.resolve(location.get());
      if (target.getPath().endsWith("/login/oauth/authorize")) {
        target = URI.create(target + "&login=" + login);
      }
      next = target;
      if (target.getPath().equals("/")) {
        break;
      }
    }
    JsonNode me = person.get("/api/me");
    if (!me.path("login").asString("").equals(login)) {
      throw new StepFailedException(
          "signed in, but the gateway does not know " + login + ": " + me);
    }
    return person;
  }

  public JsonNode get(String path) {
    return send("GET", path, null);
  }

  public JsonNode post(String path, @Nullable Object body) {
    return send("POST", path, body == null ? "" : JSON.writeValueAsString(body));
  }

  HttpClient http() {
    return http;
  }

  URI socket(String path) {
    String scheme = sockets.getScheme().equals("https") ? "wss" : "ws";
    return URI.create(scheme + "://" + sockets.getRawAuthority() + path);
  }

  String origin() {
    return site.getScheme() + "://" + site.getRawAuthority();
  }

  Optional<String> bearer() {
    return token.map(it -> "Bearer " + it);
  }

  /// What opens a socket in this person's name, whoever opens it.
  public Map<String, String> credentials() {
    Map<String, String> headers = new HashMap<>(Map.of("Origin", origin()));
    bearer().ifPresent(it -> headers.put("Authorization", it));
    if (token.isEmpty()) {
      headers.put(
          "Cookie",
          cookies.getCookieStore().getCookies().stream()
              .map(cookie -> cookie.getName() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return headers;
  }

  private HttpResponse<String> visit(URI address) {
    try {
      return http.send(
          HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new StepFailedException("no answer from " + address.getAuthority() + ": " + e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private JsonNode send(String method, String path, @Nullable String body) {
    String key = UUID.randomUUID().toString();
    Instant until = Instant.now().plus(PATIENCE);
    String last = "";
    while (Instant.now().isBefore(until)) {
      try {
        HttpResponse<String> response =
            http.send(request(method, path, body, key), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() < 300) {
          return response.body().isEmpty()
              ? JSON.createObjectNode()
              : JSON.readTree(response.body());
        }
        last =
            method + " " + path + " was answered " + response.statusCode() + " " + response.body();
        if (response.statusCode() < 500 && response.statusCode() != 429) {
          throw new StepFailedException(last);
        }
      } catch (IOException e) {
        last = method + " " + path + " got no answer: " + e;
      } catch (InterruptedException e) {
        throw interrupted();
      }
      pause();
    }
    throw new StepFailedException(last);
  }

  private HttpRequest request(String method, String path, @Nullable String body, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(15))
            .header("Accept", "application/json")
            .header("X-Correlation-Id", "demo-" + key)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    bearer().ifPresent(it -> request.header("Authorization", it));
    if (body != null) {
      request.header("Content-Type", "application/json").header("Idempotency-Key", key);
      cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().endsWith("XSRF-TOKEN"))
          .map(HttpCookie::getValue)
          .findFirst()
          .ifPresent(it -> request.header("X-XSRF-TOKEN", it));
    }
    return request.build();
  }

  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static StepFailedException interrupted() {
    Thread.currentThread().interrupt();
    return new StepFailedException("interrupted");
  }
}
