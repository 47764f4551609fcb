package dev.mockingbird.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.mockingbird.eventlog.ViewKeeper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/// The indices that one consumer group fills. One of an older generation counts as missing: it is
/// dropped, and the new one is filled from the log.
public final class IndexedView implements ViewKeeper.View {

  private static final String EXISTS_ALREADY = "resource_already_exists_exception";

  private final ElasticsearchClient elasticsearch;
  private final List<Index> indices;

  public IndexedView(ElasticsearchClient elasticsearch, List<Index> indices) {
    this.elasticsearch = elasticsearch;
    this.indices = List.copyOf(indices);
  }

  @Override
  public boolean exists() throws IOException {
    for (Index index : indices) {
      if (!exists(index)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void create() throws IOException {
    for (Index index : indices) {
      if (!exists(index)) {
        dropOlder(index);
        create(index);
      }
    }
  }

  private boolean exists(Index index) throws IOException {
    return elasticsearch
        .indices()
        .existsAlias(it -> it.name(index.alias()).index(index.name()))
        .value();
  }

  private void dropOlder(Index index) throws IOException {
    if (elasticsearch.indices().existsAlias(it -> it.name(index.alias())).value()) {
      Set<String> older =
          elasticsearch.indices().getAlias(it -> it.name(index.alias())).result().keySet();
      elasticsearch.indices().delete(it -> it.index(List.copyOf(older)).ignoreUnavailable(true));
    }
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
