package dev.mockingbird.scoring.story;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.scoring.ScoringService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.MessageListenerContainer;

/// A running scoring-service on real stores.
final class Service implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  Service(
      String redis,
      String kafka,
      String elasticsearch,
      String gateway,
      Path installationKey,
      List<String> settings) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(
        List.of(
            "--server.port=0",
            "--spring.jmx.enabled=false",
            "--logging.level.root=WARN",
            "--logging.level.org.apache.kafka=ERROR",
            "--mockingbird.redis.url=" + redis,
            "--mockingbird.kafka.bootstrap=" + kafka,
            "--mockingbird.elasticsearch.url=" + elasticsearch,
            "--mockingbird.installation.key.file=" + installationKey,
            "--mockingbird.gateway.url=" + gateway,
            "--mockingbird.shards=2"));
    context = new SpringApplicationBuilder(ScoringService.class).run(all.toArray(String[]::new));
  }

  EventCodec codec() {
    return context.getBean(EventCodec.class);
  }

  DataKeys keys() {
    return context.getBean(DataKeys.class);
  }

  boolean consumes() {
    return context.getBean("reportConsumer", MessageListenerContainer.class).isRunning();
  }

  /// Whether answers that come from now on get a second opinion.
  boolean asksTheModel() {
    return !context
        .getBean("secondOpinionConsumer", MessageListenerContainer.class)
        .getAssignedPartitions()
        .isEmpty();
  }

  /// Whether submitted answers are scored as they come, as they are from the start.
  void scores(boolean asTheyCome) {
    MessageListenerContainer consumer =
        context.getBean("answerConsumer", MessageListenerContainer.class);
    if (asTheyCome) {
      consumer.start();
    } else {
      consumer.stop();
    }
  }

  HttpResponse<String> get(String path, String token) {
    return send(request(path, token).GET());
  }

  HttpResponse<String> post(String path, String token, String body) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, String token) {
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("X-Correlation-Id", "test-correlation");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
