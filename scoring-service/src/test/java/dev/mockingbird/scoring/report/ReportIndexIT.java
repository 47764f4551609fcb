package dev.mockingbird.scoring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.scoring.report.ReportIndex.Loaded;
import dev.mockingbird.scoring.story.Interview;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import java.io.IOException;
import java.util.List;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@LocalStack(Store.ELASTICSEARCH)
class ReportIndexIT {

  private static RestClient http;
  private static ReportIndex index;

  private final Interview interview = Interview.withQuestions(1);

  @BeforeAll
  static void connect(Stores stores) throws IOException {
    ReportConfiguration configuration = new ReportConfiguration();
    http = configuration.elasticsearchHttp(stores.elasticsearchUri());
    index = configuration.reportIndex(http);
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

  private Loaded load() throws IOException {
    return index.load(List.of(interview.id)).get(interview.id);
  }

  private static Loaded with(Loaded loaded, EventEnvelope<?> fact) {
    return new Loaded(loaded.document().with(fact), loaded.place());
  }
}
