package dev.mockingbird.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
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
class IndexedViewIT {

  private static final Index OLD = new Index("index-of-a-test", 1, IndexedViewIT.class);
  private static final Index NEW = new Index("index-of-a-test", 2, IndexedViewIT.class);
  private static final Index OTHER = new Index("other-index-of-a-test", 1, IndexedViewIT.class);

  private static RestClient http;
  private static ElasticsearchClient elasticsearch;

  @BeforeAll
  static void connect(Stores stores) {
    http = ElasticsearchConfiguration.connect(stores.elasticsearchUri());
    elasticsearch = ElasticsearchConfiguration.client(http);
  }

  @AfterAll
  static void disconnect() throws IOException {
    http.close();
  }

  @Test
  void isThereOnlyWithAllItsIndicesInTheirNewestForm() throws IOException {
    IndexedView before = new IndexedView(elasticsearch, List.of(OLD));
    IndexedView now = new IndexedView(elasticsearch, List.of(NEW, OTHER));
    before.create();
    assertThat(before.exists()).isTrue();
    assertThat(now.exists()).isFalse();

    now.create();
    now.create();

    assertThat(now.exists()).isTrue();
    assertThat(elasticsearch.indices().exists(it -> it.index(OLD.name())).value()).isFalse();
    elasticsearch.indices().delete(it -> it.index(OTHER.name()));
    assertThat(now.exists()).isFalse();
  }
}
