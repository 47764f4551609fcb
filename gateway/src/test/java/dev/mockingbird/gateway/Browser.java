package dev.mockingbird.gateway;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser of one person: keeps cookies, repeats the CSRF cookie, follows nothing by itself.
final class Browser implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private URI gateway;

  Browser(URI gateway) {
    this.gateway = gateway;
  }

  void turnTo(URI other) {
    gateway = other;
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send("POST", path, body, withCsrf(headers));
  }

  HttpResponse<String> delete(String path, String... headers) {
    return send("DELETE", path, "", withCsrf(headers));
  }

  /// With a body whose length no header tells.
  HttpResponse<String> postChunked(String path, String body) {
    return send(
        "POST", path, BodyPublishers.fromPublisher(BodyPublishers.ofString(body)), withCsrf());
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    return send(
        method,
        path,
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
        headers);
  }

  private HttpResponse<String> send(
      String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    if (body.contentLength() != 0) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Through GitHub and back; the answer to the callback.
  HttpResponse<String> signIn(FakeGitHub gitHub, FakeGitHub.Person person, String returnTo) {
    return get(callback(gitHub, person, returnTo));
  }

  String callback(FakeGitHub gitHub, FakeGitHub.Person person, String returnTo) {
    HttpResponse<String> begun =
        get(
            "/oauth2/authorization/github?returnTo="
                + java.net.URLEncoder.encode(returnTo, java.nio.charset.StandardCharsets.UTF_8));
    URI back =
        gitHub.agree(URI.create(begun.headers().firstValue("Location").orElseThrow()), person);
    return back.getRawPath() + "?" + back.getRawQuery();
  }

  private String[] withCsrf(String... headers) {
    if (cookie("XSRF-TOKEN").isEmpty()) {
      return headers;
    }
    String[] more = java.util.Arrays.copyOf(headers, headers.length + 2);
    more[headers.length] = "X-XSRF-TOKEN";
    more[headers.length + 1] = cookie("XSRF-TOKEN").orElseThrow();
    return more;
  }

  /// What came through a socket.
  static final class Socket implements WebSocket.Listener {

    final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    void send(String text) {
      socket.sendText(text, true).join();
    }

    /// Part of a message that has not ended.
    void sendPart(String text) {
      socket.sendText(text, false).exceptionally(_ -> socket).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        frames.add(partial.toString());
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      closed.complete(status);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }
  }

  /// Fails with a `WebSocketHandshakeException` when the handshake is refused.
  Socket open(String path, String... headers) {
    WebSocket.Builder builder = client.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    Socket socket = new Socket();
    URI uri = URI.create(gateway.toString().replaceFirst("http", "ws") + path);
    socket.socket = builder.buildAsync(uri, socket).join();
    return socket;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
