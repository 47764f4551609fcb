package dev.mockingbird.search.bank.importing;

import static dev.mockingbird.search.RunningService.ORGANISER;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.stack.LocalStack;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How long a long list takes from applying what the preview showed until all of it is found,
/// beside bulk indexing the same documents by hand: the floor. Both in turns, in the same run, on
/// the real stores.
///
/// ```
/// ./mvnw -q -pl search-service -am verify -Dit.test=ImportBenchmark -Dtest=NoSuchTest \
///   -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
/// ```
@LocalStack
class ImportBenchmark {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int QUESTIONS = 10_000;
  private static final int TURNS = 3;
  private static final int CHUNK = 1_000;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final double MUST = 2;
  private static final String WORDS =
      "锁 线程 内存 缓存 索引 事务 网络 请求 进程 消息 队列 延迟 吞吐 一致 分区 副本 日志 快照 lock thread memory cache index"
          + " transaction network request process message queue latency partition replica journal";

  private final RunningService service = RunningService.shared();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String run = Long.toString(System.nanoTime(), 36);

  @Test
  void measure() throws Exception {
    Lists.awaitTheStarterBank();
    turn("warming up", QUESTIONS);
    double[] ratios = new double[TURNS];
    for (int i = 0; i < TURNS; i++) {
      ratios[i] = turn("turn " + (i + 1), QUESTIONS);
    }
    Arrays.sort(ratios);
    System.out.printf(
        "%d questions applied and searchable: %.2f times bulk indexing by hand (must: %.1f)%n",
        QUESTIONS, ratios[TURNS / 2], MUST);
  }

  private double turn(String name, int questions) throws Exception {
    String source = name + " " + run;
    String list = list(source, questions);
    Instant asked = Instant.now();
    handIn("/api/bank/import-previews", source, list);
    Duration previewed = Duration.between(asked, Instant.now());
    Instant start = Instant.now();
    Answer applied = handIn("/api/bank/imports", source, list);
    Duration answered = Duration.between(start, Instant.now());
    if (applied.body().at("/counts/added").asInt() != questions) {
      throw new IllegalStateException(applied.toString());
    }
    while (found(source) != questions) {
      Thread.sleep(LOOK);
    }
    Duration ours = Duration.between(start, Instant.now());
    Duration floor = floor(documents(source, questions));
    double ratio = (double) ours.toMillis() / floor.toMillis();
    System.out.printf(
        "%s: %d questions, %d KB: previewed after %d ms, applied after %d ms, found after %d ms; by hand %d ms; %.2f times%n",
        name,
        questions,
        list.length() >> 10,
        previewed.toMillis(),
        answered.toMillis(),
        ours.toMillis(),
        floor.toMillis(),
        ratio);
    return ratio;
  }

  /// What a person finds. Asked seldom: each look takes a token, a search and its facets.
  private int found(String source) {
    return service
        .get(
            ORGANISER,
            "/api/questions?size=1&source=" + URLEncoder.encode(source, StandardCharsets.UTF_8))
        .total();
  }

  private Answer handIn(String path, String source, String list) {
    return service.upload(
        null, service.token(ORGANISER), path, Lists.chosen(source), Map.of("list.md", list));
  }

  /// Written in requests of a thousand, one after the other, by the client that the service has,
  /// and refreshed.
  private Duration floor(List<JsonNode> documents) throws IOException, InterruptedException {
    ElasticsearchClient elasticsearch = service.bean(ElasticsearchClient.class);
    String index = "floor-" + System.nanoTime();
    try (InputStream definition =
        ImportBenchmark.class.getResourceAsStream(
            "/dev/mockingbird/search/catalog/mockingbird-questions.json")) {
      send("PUT", "/" + index, new String(definition.readAllBytes(), StandardCharsets.UTF_8));
    }
    Instant start = Instant.now();
    for (int from = 0; from < documents.size(); from += CHUNK) {
      List<BulkOperation> bulk = new ArrayList<>();
      for (JsonNode document : documents.subList(from, Math.min(from + CHUNK, documents.size()))) {
        bulk.add(
            BulkOperation.of(
                it -> it.index(i -> i.id(document.get("id").asString()).document(document))));
      }
      if (elasticsearch.bulk(it -> it.index(index).operations(bulk)).errors()) {
        throw new IllegalStateException("Elasticsearch refused some");
      }
    }
    elasticsearch.indices().refresh(it -> it.index(index));
    Duration took = Duration.between(start, Instant.now());
    int found = send("GET", "/" + index + "/_count", "").get("count").asInt();
    if (found != documents.size()) {
      throw new IllegalStateException(found + " of " + documents.size());
    }
    send("DELETE", "/" + index, "");
    return took;
  }

  private List<JsonNode> documents(String source, int questions)
      throws IOException, InterruptedException {
    JsonNode answer =
        send(
            "POST",
            "/mockingbird-questions/_search",
            JSON.writeValueAsString(
                Map.of("size", questions, "query", Map.of("term", Map.of("source", source)))));
    List<JsonNode> documents = new ArrayList<>();
    for (JsonNode hit : answer.at("/hits/hits")) {
      documents.add(hit.get("_source"));
    }
    return documents;
  }

  private JsonNode send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(service.stores().elasticsearchUri() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300 || response.body().contains("\"errors\":true")) {
      throw new IOException(method + " " + path + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }

  private static String list(String source, int questions) {
    Random random = new Random(source.hashCode());
    String[] words = WORDS.split(" ");
    StringBuilder list = new StringBuilder("# " + source + "\n");
    for (int i = 0; i < questions; i++) {
      if (i % 100 == 0) {
        list.append("\n## 主题 ").append(i / 100).append("\n\n");
      }
      list.append(i % 100 + 1).append(". 说说 ").append(some(words, random, 4));
      list.append(' ').append(source.hashCode()).append('-').append(i).append("？\n\n   ");
      list.append(some(words, random, 60)).append("。\n\n   ").append(some(words, random, 30));
      list.append("。\n\n");
    }
    return list.toString();
  }

  private static String some(String[] words, Random random, int many) {
    StringBuilder some = new StringBuilder();
    for (int i = 0; i < many; i++) {
      some.append(words[random.nextInt(words.length)]).append(' ');
    }
    return some.toString().strip();
  }
}
