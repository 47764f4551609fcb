package dev.mockingbird.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void startsAfterAFirstStartThatWasKilledWhileItMadeItsKeystore(@TempDir Path folder)
      throws Exception {
    // Elasticsearch's user has to get through.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("config"));
    Files.writeString(data.resolve("config/elasticsearch.keystore.tmp"), "half");
    try (ElasticsearchNode node = ElasticsearchNode.in(data)) {
      node.start();
      assertThat(node.isReady()).isTrue();
    }
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
