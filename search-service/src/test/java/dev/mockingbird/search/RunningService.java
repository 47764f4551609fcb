package dev.mockingbird.search;

import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service on real stores, one for all integration tests of this JVM, and people who use it.
public final class RunningService {

  public static final String ORGANISER = "demo:1001";
  public static final String INTERVIEWER = "demo:1002";
  public static final String MEMBER = "demo:1003";
  public static final String OTHER_INTERVIEWER = "demo:1004";

  private static final Path INSTALLATION_KEY = newKey();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final RunningService SHARED =
      new RunningService(Stores.shared(Store.REDIS, Store.KAFKA, Store.ELASTICSEARCH));

  private final TestGateway gateway = new TestGateway();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Stores stores;
  private ConfigurableApplicationContext context;

  private RunningService(Stores stores) {
    this.stores = stores;
    this.context = start();
  }

  public static RunningService shared() {
    return SHARED;
  }

  public record Answer(int status, JsonNode body) {

    /// -1 for a refusal: the index may still be opening when a test starts to wait for it.
    public int total() {
      return body.path("total").asInt(-1);
    }

    public String code() {
      return body.path("code").asString("");
    }
  }

  /// One more instance over the same stores.
  ///
  /// @param arguments settings that differ
  public ConfigurableApplicationContext start(String... arguments) {
    List<String> all =
        List.of(
            "--server.port=0",
            "--spring.jmx.enabled=false",
            "--logging.structured.format.console=",
            "--logging.level.org.apache.kafka=ERROR",
            "--mockingbird.redis.url=" + stores.redisUri(),
            "--mockingbird.kafka.bootstrap=" + stores.kafkaBootstrap(),
            "--mockingbird.elasticsearch.url=" + stores.elasticsearchUri(),
            "--mockingbird.installation.key.file=" + INSTALLATION_KEY,
            "--mockingbird.gateway.url=" + gateway.url(),
            "--mockingbird.shards=2");
    return new SpringApplicationBuilder(SearchService.class)
        .run(
            Stream.concat(all.stream().filter(it -> !differs(it, arguments)), Stream.of(arguments))
                .toArray(String[]::new));
  }

  private static boolean differs(String argument, String... others) {
    String name = argument.substring(0, argument.indexOf('=') + 1);
    return Stream.of(others).anyMatch(it -> it.startsWith(name));
  }

  /// Stops the service for a while.
  public void restart(Runnable meanwhile) {
    context.close();
    meanwhile.run();
    context = start();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public Path installationKey() {
    return INSTALLATION_KEY;
  }

  public Stores stores() {
    return stores;
  }

  public String token(String person) {
    return gateway.token(person, "mockingbird", "read write", roles(person));
  }

  public String token(String person, String audience, String scope) {
    return gateway.token(person, audience, scope, roles(person));
  }

  public Answer get(String person, String path) {
    return send(context, token(person), HttpRequest.newBuilder().GET(), path);
  }

  public Answer get(ConfigurableApplicationContext instance, String person, String path) {
    return send(instance, token(person), HttpRequest.newBuilder().GET(), path);
  }

  /// What was chosen and the files it is about, as a browser sends them.
  ///
  /// @param instance null for the shared one
  /// @param files names and texts
  public Answer upload(
      @Nullable ConfigurableApplicationContext instance,
      String token,
      String path,
      Object request,
      Map<String, String> files,
      String... headers) {
    String boundary = UUID.randomUUID().toString();
    StringBuilder body = new StringBuilder();
    part(
        body,
        boundary,
        "request",
        "request.json",
        "application/json",
        JSON.writeValueAsString(request));
    files.forEach((name, text) -> part(body, boundary, "file", name, "text/markdown", text));
    body.append("--").append(boundary).append("--\r\n");
    var post =
        HttpRequest.newBuilder()
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    if (headers.length > 0) {
      post.headers(headers);
    }
    return send(instance == null ? context : instance, token, post, path);
  }

  private static void part(
      StringBuilder body, String boundary, String name, String file, String type, String text) {
    body.append(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                .formatted(boundary, name, file))
        .append("Content-Type: %s\r\n\r\n%s\r\n".formatted(type, text));
  }

  /// @param body null for none
  public Answer json(String method, String person, String path, Object body, String... headers) {
    var request =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(context, token(person), request, path);
  }

  private Answer send(
      ConfigurableApplicationContext instance,
      String token,
      HttpRequest.Builder request,
      String path) {
    int port = ((ServletWebServerApplicationContext) instance).getWebServer().getPort();
    request.uri(URI.create("http://127.0.0.1:" + port + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body().startsWith("{") || response.body().startsWith("[")
              ? JSON.readTree(response.body())
              : JSON.getNodeFactory().stringNode(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> roles(String person) {
    return switch (person) {
      case ORGANISER -> List.of("organiser", "interviewer", "member");
      case INTERVIEWER, OTHER_INTERVIEWER -> List.of("interviewer", "member");
      default -> List.of("member");
    };
  }

  private static Path newKey() {
    try {
      Path file = Files.createTempFile("installation", ".key");
      file.toFile().deleteOnExit();
      return Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
