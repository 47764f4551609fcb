package dev.mockingbird.search.bank.purge;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.events.Topics;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.search.bank.importing.Lists;
import dev.mockingbird.stack.LocalStack;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

@LocalStack
class PurgeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningService service = RunningService.shared();
  private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void leavesNothingReadableOfAQuestionButItsReceipt() {
    Map<String, Object> list =
        Lists.chosen("purged " + UUID.randomUUID().toString().substring(0, 8));
    Lists.send("/api/bank/imports", list, list());
    await().atMost(PATIENCE).until(() -> found(MEMBER, word).total() == 1);
    String id = found(MEMBER, word).body().at("/items/0/id").asString();
    service.json("PUT", INTERVIEWER, path(id) + "/draft", draft(1, 0));
    List<String> records = records(id);
    assertThat(records).hasSize(2).noneMatch(it -> it.contains(word));
    EventCodec codec = service.bean(EventCodec.class);
    assertThat(codec.decode(records.getFirst())).isInstanceOf(Decoded.Readable.class);

    assertThat(purge(id, "--yes")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Purged question " + id)
        .contains("Receipt: ");
    assertThat(records)
        .allSatisfy(it -> assertThat(codec.decode(it)).isInstanceOf(Decoded.Erased.class));
    assertThat(service.get(ORGANISER, "/api/questions/" + id).code()).isEqualTo("NO_SUCH_QUESTION");
    assertThat(service.get(ORGANISER, path(id) + "/versions").code()).isEqualTo("NO_SUCH_QUESTION");
    assertThat(service.json("PUT", INTERVIEWER, path(id) + "/draft", draft(0, 0)).code())
        .isEqualTo("NO_SUCH_QUESTION");
    assertThat(service.get(ORGANISER, "/api/bank/drafts").body().toString()).doesNotContain(id);
    await().atMost(PATIENCE).until(() -> found(ORGANISER, word).total() == 0);
    assertThat(journal(id)).singleElement().asString().contains("bank.question-purged.v1");
    assertThat(keysWith(word)).isEmpty();
    await().atMost(PATIENCE).until(() -> !inTheIndex(word));

    assertThat(purge(id, "--yes")).as("again").isZero();
    assertThat(journal(id)).hasSize(1);
    Answer again = Lists.send("/api/bank/imports", list, list());
    assertThat(again.body().at("/counts/added").asInt()).isZero();
    assertThat(service.get(ORGANISER, "/api/questions/" + id).code()).isEqualTo("NO_SUCH_QUESTION");
  }

  @Test
  void purgesNothingWithoutAClearWord() {
    assertThat(purge("q1")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage");
    assertThat(purge("nothing-like-it", "--yes")).isEqualTo(1);
  }

  private String list() {
    return "## 泄露\n\n1. 什么是 %1$s？\n\n   %1$s 的答案。\n".formatted(word);
  }

  private Map<String, Object> draft(int base, int draftBase) {
    return Map.of(
        "base", base,
        "draftBase", draftBase,
        "form", Map.of("title", "改写 " + word, "language", "zh"));
  }

  private int purge(String... arguments) {
    return Purge.run(
        List.of(arguments),
        Map.of(
            "MOCKINGBIRD_REDIS_URL",
            service.stores().redisUri(),
            "MOCKINGBIRD_INSTALLATION_KEY_FILE",
            service.installationKey().toString()),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private Answer found(String person, String words) {
    return service.get(person, "/api/questions?q=" + words);
  }

  private static String path(String id) {
    return "/api/bank/questions/" + id;
  }

  private List<String> journal(String id) {
    try (RedisClient client = RedisClient.create(service.stores().redisUri());
        var redis = client.connect()) {
      return redis
          .sync()
          .xrange(JournalKeys.question(id).journal(), Range.<String>unbounded())
          .stream()
          .map(it -> it.getBody().get("d"))
          .toList();
    }
  }

  /// Streams and hashes of the bank that still hold the word.
  private List<String> keysWith(String sought) {
    List<String> with = new ArrayList<>();
    try (RedisClient client = RedisClient.create(service.stores().redisUri());
        var redis = client.connect()) {
      for (String key : redis.sync().keys("{bank}*")) {
        String held =
            switch (redis.sync().type(key)) {
              case "stream" -> redis.sync().xrange(key, Range.<String>unbounded()).toString();
              case "hash" -> redis.sync().hgetall(key).toString();
              case "string" -> redis.sync().get(key);
              default -> "";
            };
        if (held.contains(sought) && !key.contains(":imports:")) {
          with.add(key);
        }
      }
    }
    return with;
  }

  private boolean inTheIndex(String sought) throws IOException, InterruptedException {
    URI all =
        URI.create(
            service.stores().elasticsearchUri() + "/mockingbird-question*/_search?size=10000");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(all).build(), HttpResponse.BodyHandlers.ofString())
          .body()
          .contains(sought);
    }
  }

  private List<String> records(String id) {
    List<String> records = new ArrayList<>();
    try (var kafka =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                service.stores().kafkaBootstrap(),
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      kafka.subscribe(List.of(Topics.BANK));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                kafka
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        it -> {
                          if (it.key().equals(id)) {
                            records.add(it.value());
                          }
                        });
                return records.size() >= 2;
              });
    }
    return records;
  }
}
