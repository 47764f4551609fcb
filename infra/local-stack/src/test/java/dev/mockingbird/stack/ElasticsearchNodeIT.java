package dev.mockingbird.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@LocalStack
class ElasticsearchNodeIT {

  @Test
  void keepsWhatItAcknowledgedThroughAKill(ElasticsearchNode elasticsearch) throws Exception {
    ask(elasticsearch, "PUT", "/questions/_doc/1", "{\"t\":\"什么是乐观锁\"}");

    elasticsearch.kill();
    assertThat(elasticsearch.isReady()).isFalse();
    elasticsearch.start();

    ask(elasticsearch, "POST", "/questions/_refresh", "");
    assertThat(ask(elasticsearch, "GET", "/questions/_search?q=t:乐", "")).contains("什么是乐观锁");
  }

  private static String ask(ElasticsearchNode node, String method, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(URI.create(node.uri() + path).toASCIIString()))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
