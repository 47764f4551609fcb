package dev.mockingbird.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.DocStats;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;
import dev.mockingbird.eventlog.Expunger;
import dev.mockingbird.eventlog.ViewKeeper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The indices that one consumer group fills. One of an older generation counts as missing: it is
/// dropped, and the new one is filled from the log.
public final class IndexedView implements ViewKeeper.View, Expunger.Store {

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

  @Override
  public boolean expunge() throws IOException {
    List<String> aliases = indices.stream().map(Index::alias).toList();
    elasticsearch.indices().refresh(it -> it.index(aliases));
    long deleted =
        elasticsearch.indices().stats(it -> it.index(aliases)).indices().values().stream()
            .map(IndicesStats::primaries)
            .mapToLong(
                primaries ->
                    Objects.requireNonNull(primaries).docs() instanceof DocStats docs
                        ? deleted(docs)
                        : 0)
            .sum();
    elasticsearch
        .indices()
        .putSettings(
            it ->
                it.index(aliases)
                    .withJson(
                        new StringReader("{\"index.merge.policy.expunge_deletes_allowed\": 0}")));
    elasticsearch.indices().flush(it -> it.index(aliases).force(true));
    elasticsearch
        .indices()
        .forcemerge(it -> it.index(aliases).onlyExpungeDeletes(true).waitForCompletion(false));
    return deleted == 0;
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

  private static long deleted(DocStats docs) {
    Long deleted = docs.deleted();
    return deleted == null ? 0 : deleted;
  }
}
