package dev.mockingbird.search.catalog;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.stack.LocalStack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LocalStack
class RebuildIT {

  private static final int STARTER_BANK = 100;

  private final RunningService service = RunningService.shared();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void fill() {
    await().atMost(Duration.ofSeconds(60)).until(() -> total() >= STARTER_BANK);
  }

  @Test
  void givesAnEqualIndexBackAndPeopleNeverFindItEmpty() throws Exception {
    int before = total();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger searches = new AtomicInteger();
    Thread person =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!over.get() && total() >= before) {
                    searches.incrementAndGet();
                  }
                });

    int first = rebuild();
    int second = rebuild();

    boolean foundAll = person.isAlive();
    over.set(true);
    person.join();
    assertThat(said()).contains("equal to the index before");
    assertThat(List.of(first, second)).containsOnly(0);
    assertThat(foundAll).as("every one of %d searches found everything", searches.get()).isTrue();
    assertThat(searches.get()).isPositive();
  }

  @Test
  void mendsAnIndexThatLostAQuestion() throws IOException {
    ElasticsearchClient elasticsearch = service.bean(ElasticsearchClient.class);
    int before = total();
    String lost = service.get(INTERVIEWER, "/api/questions").body().at("/items/0/id").asString();
    elasticsearch.delete(
        it -> it.index(CatalogIndices.STANDING.questions().alias()).id(lost).refresh(Refresh.True));
    assertThat(total()).isEqualTo(before - 1);

    rebuild();

    assertThat(total()).isEqualTo(before);
    assertThat(said()).contains("1 of them other");
  }

  @Test
  void leavesTheIndexAsItIsWhenKafkaIsAway() {
    int before = total();

    int result =
        RebuildCommand.run(
            List.of("bank"),
            Map.of(
                "MOCKINGBIRD_KAFKA_BOOTSTRAP",
                "127.0.0.1:1",
                "MOCKINGBIRD_ELASTICSEARCH_URL",
                service.stores().elasticsearchUri(),
                "MOCKINGBIRD_REDIS_URL",
                service.stores().redisUri(),
                "MOCKINGBIRD_INSTALLATION_KEY_FILE",
                service.installationKey().toString()),
            out(),
            out());

    assertThat(result).isEqualTo(1);
    assertThat(said()).contains("Kafka does not answer");
    assertThat(total()).isEqualTo(before);
  }

  private int rebuild() {
    return RebuildCommand.run(
        List.of("bank"),
        Map.of(
            "MOCKINGBIRD_KAFKA_BOOTSTRAP",
            service.stores().kafkaBootstrap(),
            "MOCKINGBIRD_ELASTICSEARCH_URL",
            service.stores().elasticsearchUri(),
            "MOCKINGBIRD_REDIS_URL",
            service.stores().redisUri(),
            "MOCKINGBIRD_INSTALLATION_KEY_FILE",
            service.installationKey().toString()),
        out(),
        out());
  }

  private int total() {
    return service.get(INTERVIEWER, "/api/questions").total();
  }

  private PrintStream out() {
    return new PrintStream(said, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
