package dev.mockingbird.search;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.search.bank.importing.Lists;
import dev.mockingbird.stack.LocalStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/// What people see while a store is away, hangs, and comes back.
@LocalStack
class StoresAwayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BOUND = Duration.ofSeconds(9);

  private static RunningService service;
  private static String question;

  @BeforeAll
  static void start() {
    service = RunningService.shared();
    await().atMost(PATIENCE).until(() -> search(null, "Redis").total() > 0);
    question = search(null, "Redis").body().at("/items/0/id").asString();
  }

  @Test
  void theBankDecidesAndTellsWhileElasticsearchIsAwayAndSearchSaysThatItIs() {
    String word = "w" + UUID.randomUUID().toString().substring(0, 8);
    try (Wire wire = new Wire(service.stores().elasticsearchUri());
        var instance = service.start("--mockingbird.elasticsearch.url=" + wire.uri())) {
      await().atMost(PATIENCE).until(() -> search(instance, "Redis").total() > 0);
      wire.cut();

      Answer search = search(instance, "Redis");
      assertThat(search.status()).isEqualTo(503);
      assertThat(search.code()).isEqualTo("SEARCH_UNAVAILABLE");
      assertThat(search.body().get("detail").asString()).contains("Try again");
      assertThat(service.get(instance, MEMBER, "/api/finished-interviews").code())
          .isEqualTo("SEARCH_UNAVAILABLE");
      assertThat(service.get(instance, MEMBER, "/api/questions/" + question).status())
          .isEqualTo(200);
      Answer snapshot =
          service.get(instance, INTERVIEWER, "/api/questions/" + question + "/snapshot");
      assertThat(snapshot.body().at("/question/id").asString()).isEqualTo(question);
      assertThat(importOne(instance, word).body().at("/counts/added").asInt()).isEqualTo(1);
      assertThat(health(instance, "/readiness").status()).isEqualTo(200);
      Answer health = health(instance, "");
      assertThat(health.status()).isEqualTo(503);
      assertThat(health.body().at("/components/views/status").asString()).isEqualTo("DOWN");
      assertThat(health.body().at("/components/redis/status").asString()).isEqualTo("UP");

      wire.mend();
      await().atMost(PATIENCE).until(() -> search(instance, word).total() == 1);
    }
  }

  @Test
  void nobodyWaitsLongForAnElasticsearchThatHangs() {
    try (Wire wire = new Wire(service.stores().elasticsearchUri());
        var instance = service.start("--mockingbird.elasticsearch.url=" + wire.uri());
        var people = Executors.newVirtualThreadPerTaskExecutor()) {
      await().atMost(PATIENCE).until(() -> search(instance, "Redis").total() > 0);
      wire.hold();

      long before = System.nanoTime();
      List<CompletableFuture<Answer>> searches =
          IntStream.range(0, 40)
              .mapToObj(_ -> CompletableFuture.supplyAsync(() -> search(instance, "Redis"), people))
              .toList();
      assertThat(searches.stream().map(CompletableFuture::join))
          .allSatisfy(it -> assertThat(it.code()).isEqualTo("SEARCH_UNAVAILABLE"));
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(BOUND);

      wire.mend();
      await().atMost(PATIENCE).until(() -> search(instance, "Redis").total() > 0);
    }
  }

  @Test
  void searchAnswersWhileRedisIsAwayAndTheBankSaysThatItIs() {
    try (Wire wire = new Wire(service.stores().redisUri());
        var instance = service.start("--mockingbird.redis.url=" + wire.uri())) {
      await().atMost(PATIENCE).until(() -> search(instance, "Redis").total() > 0);
      wire.cut();

      long before = System.nanoTime();
      assertThat(service.get(instance, MEMBER, "/api/questions/" + question).code())
          .isEqualTo("STORE_UNAVAILABLE");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(BOUND);
      Answer refused = importOne(instance, "nobody keeps this");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.code()).isEqualTo("STORE_UNAVAILABLE");
      assertThat(health(instance, "/readiness").status()).isEqualTo(503);
      assertThat(search(instance, "Redis").total()).isPositive();

      wire.mend();
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  service.get(instance, MEMBER, "/api/questions/" + question).status() == 200
                      && health(instance, "/readiness").status() == 200);
    }
  }

  private static Answer importOne(ConfigurableApplicationContext instance, String word) {
    return service.upload(
        instance,
        service.token(ORGANISER),
        "/api/bank/imports",
        Lists.chosen("away"),
        Map.of("list.md", "## 断线\n\n1. 什么是 " + word + "？\n"));
  }

  private static Answer search(ConfigurableApplicationContext instance, String word) {
    String path = "/api/questions?q=" + word;
    return instance == null ? service.get(MEMBER, path) : service.get(instance, MEMBER, path);
  }

  private static Answer health(ConfigurableApplicationContext instance, String group) {
    return service.get(instance, MEMBER, "/actuator/health" + group);
  }
}
