package dev.mockingbird.scoring.story;

import static dev.mockingbird.scoring.story.Interview.WANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What people see while a store is away, hangs, and comes back.
@LocalStack({Store.REDIS, Store.KAFKA, Store.ELASTICSEARCH})
class StoresAwayIT {

  private static final Duration BOUND = Duration.ofSeconds(9);

  @TempDir Path folder;

  @Test
  void scoresGoOnAndReportsSayThatTheyCannotBeReadWhileElasticsearchIsAway(Stores stores)
      throws Exception {
    try (Running on = Running.apart(stores, folder, stores.redisUri(), "http://127.0.0.1:1")) {
      Interview interview = on.interview(1);
      interview.answer(1, 1, Interview.GOOD);
      on.send(interview.facts);

      await().atMost(Running.PATIENCE).until(() -> on.scoresOf(interview).size() == 1);
      assertThat(on.problem(interview, WANG)).isEqualTo("503 STORE_UNAVAILABLE");
      assertThat(on.service.get("/actuator/health/readiness", "").statusCode()).isEqualTo(200);
      HttpResponse<String> health = on.service.get("/actuator/health", "");
      assertThat(health.statusCode()).isEqualTo(503);
      JsonNode components = Running.JSON.readTree(health.body()).get("components");
      assertThat(components.at("/views/status").asString()).isEqualTo("DOWN");
      assertThat(components.at("/redis/status").asString()).isEqualTo("UP");
    }
  }

  @Test
  void nobodyWaitsLongForAnElasticsearchThatHangs(Stores stores) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Running on =
            Running.apart(
                stores, folder, stores.redisUri(), "http://127.0.0.1:" + silent.getLocalPort())) {
      Interview interview = on.interview(1);

      long before = System.nanoTime();
      assertThat(on.problem(interview, WANG)).isEqualTo("503 STORE_UNAVAILABLE");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(BOUND);
    }
  }

  @Test
  void showsNoReportWhileNobodyCanWriteDownWhoSawIt(Stores stores, RedisServer redis)
      throws Exception {
    try (Running on = Running.apart(stores, folder, redis.uri(), stores.elasticsearchUri())) {
      Interview interview = on.interview(1);
      interview.answer(1, 1, Interview.GOOD);
      on.send(interview.facts);
      on.settledReport(interview, WANG, 1);

      redis.kill();
      long before = System.nanoTime();
      assertThat(on.problem(interview, WANG)).isEqualTo("503 STORE_UNAVAILABLE");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(BOUND);
      assertThat(on.service.get("/actuator/health/readiness", "").statusCode()).isEqualTo(503);

      redis.start();
      on.settledReport(interview, WANG, 1);
      await()
          .atMost(Running.PATIENCE)
          .until(() -> on.service.get("/actuator/health/readiness", "").statusCode() == 200);
    }
  }
}
