package dev.mockingbird.benchmarks.stage;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// What stands around the service: the keys of those who sign tokens, and a bank with one question.
final class Surroundings implements AutoCloseable {

  private static final String QUESTION =
      """
      {"question":{"id":"aof","version":1,"language":"en","topic":"Redis","title":"What does the append-only file promise?",\
      "body":"","difficulty":"medium","minutes":5,"tags":[]},
      "staff":{"reference":"Every acknowledged write is on disk.","keyPoints":[{"text":"fsync before the reply","weight":3}],\
      "hints":["When is the reply sent?"],"sources":[]}}""";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SignedTokens tokens = new SignedTokens();
  private volatile Supplier<Optional<String>> moreKeys = Optional::empty;

  Surroundings() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(threads);
    serve("/.well-known/jwks.json", this::keys);
    serve("/api/questions/", () -> QUESTION);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  SignedTokens tokens() {
    return tokens;
  }

  /// From now on a real gateway's tokens count as well.
  ///
  /// @param keys its keys as JSON objects, comma separated
  void trust(Supplier<Optional<String>> keys) {
    moreKeys = keys;
  }

  private String keys() {
    return "{\"keys\":["
        + tokens.publicKey()
        + moreKeys.get().map(keys -> "," + keys).orElse("")
        + "]}";
  }

  private void serve(String path, Supplier<String> answer) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
