package dev.mockingbird.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Creates indices when they are first written; nothing waits for Elasticsearch at start.
@Component
public class Indices {

  private static final String EXISTS_ALREADY = "resource_already_exists_exception";

  private final ElasticsearchClient elasticsearch;
  private final Set<Index> known = ConcurrentHashMap.newKeySet();

  Indices(ElasticsearchClient elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  void ensure(Index index) throws IOException {
    if (known.contains(index)) {
      return;
    }
    if (!elasticsearch.indices().existsAlias(it -> it.name(index.alias())).value()) {
      create(index);
    }
    known.add(index);
  }

  /// Looks again before the next write: somebody may have thrown the indices away.
  void forget() {
    known.clear();
  }

  private void create(Index index) throws IOException {
    try (InputStream definition = index.definition()) {
      elasticsearch
          .indices()
          .create(
              it ->
                  it.withJson(definition)
                      .index(index.name())
                      .aliases(index.alias(), alias -> alias.isWriteIndex(true)));
    } catch (ElasticsearchException e) {
      if (!EXISTS_ALREADY.equals(e.error().type())) {
        throw e;
      }
    }
  }
}
