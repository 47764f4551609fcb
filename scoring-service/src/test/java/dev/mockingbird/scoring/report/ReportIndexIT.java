package dev.mockingbird.scoring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.scoring.report.ReportIndex.Loaded;
import dev.mockingbird.scoring.story.Interview;
import dev.mockingbird.stack.ElasticsearchNode;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@LocalStack(Store.ELASTICSEARCH)
class ReportIndexIT {

  private static final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private static RestClient http;
  private static ReportIndex index;

  private final Interview interview = Interview.withQuestions(1);

  @BeforeAll
  static void connect(Stores stores) throws IOException {
    ReportConfiguration configuration = new ReportConfiguration();
    http = configuration.elasticsearchHttp(stores.elasticsearchUri());
    index = configuration.reportIndex(http, meters);
    if (!index.exists()) {
      index.create();
    }
  }

  @AfterAll
  static void disconnect() throws IOException {
    http.close();
  }

  @Test
  void readsAtOnceWhatWasWritten() throws IOException {
    Loaded written = with(load(), interview.facts.get(0));
    index.save(List.of(written));
    assertThat(load().document()).isEqualTo(written.document());
  }

  @Test
  void refusesToOverwriteWhatAnotherInstanceWroteMeanwhile() throws IOException {
    Loaded ours = with(load(), interview.facts.get(0));
    Loaded theirs = with(load(), interview.facts.get(1));
    index.save(List.of(theirs));
    assertThatThrownBy(() -> index.save(List.of(ours))).isInstanceOf(IOException.class);

    Loaded again = with(load(), interview.facts.get(0));
    index.save(List.of(with(load(), interview.facts.get(2))));
    assertThatThrownBy(() -> index.save(List.of(again))).isInstanceOf(IOException.class);
    assertThat(load().document().facts()).containsOnlyKeys(2L, 3L);
  }

  /// Elasticsearch holds on to deletions until its retention leases move on, every 30 s.
  @Test
  void givesUpTheBytesOfWhatWasReplaced() throws IOException {
    index.save(List.of(with(load(), interview.facts.get(0))));
    index.save(List.of(with(load(), interview.facts.get(1))));
    http.performRequest(new Request("POST", "/" + ReportIndex.ALIAS + "/_refresh"));

    assertThat(index.expunge()).as("there is something to give up").isFalse();
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(5))
        .until(index::expunge);
  }

  @Test
  void leavesOutWhatElasticsearchWillNeverTakeAndWritesTheRest() throws IOException {
    Interview unbearable = Interview.named("x".repeat(600), 1);
    Loaded refused =
        new Loaded(StoredInterview.empty(unbearable.id).with(unbearable.facts.get(0)), null);
    Loaded good = with(load(), interview.facts.get(0));

    index.save(List.of(refused, good));

    assertThat(load().document()).isEqualTo(good.document());
    assertThat(meters.counter("mockingbird.view.refused", "view", ReportIndex.ALIAS).count())
        .isEqualTo(1);
  }

  @Test
  void countsAnIndexOfAnOlderFormAsMissingAndTakesItsPlace(ElasticsearchNode own)
      throws IOException {
    ReportConfiguration configuration = new ReportConfiguration();
    try (RestClient ownHttp = configuration.elasticsearchHttp(own.uri())) {
      ReportIndex ownIndex = configuration.reportIndex(ownHttp, meters);
      Request older = new Request("PUT", "/mockingbird-reports-1");
      older.setJsonEntity("{\"aliases\":{\"" + ReportIndex.ALIAS + "\":{}}}");
      ownHttp.performRequest(older);
      assertThat(ownIndex.exists()).isFalse();

      ownIndex.create();
      ownIndex.create();

      assertThat(ownIndex.exists()).isTrue();
      assertThat(
              ownHttp
                  .performRequest(new Request("HEAD", "/mockingbird-reports-1"))
                  .getStatusLine()
                  .getStatusCode())
          .isEqualTo(404);
    }
  }

  private Loaded load() throws IOException {
    return index.load(List.of(interview.id)).get(interview.id);
  }

  private static Loaded with(Loaded loaded, EventEnvelope<?> fact) {
    return new Loaded(loaded.document().with(fact), loaded.place());
  }
}
