package dev.mockingbird.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.DocStats;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.add_block.IndicesBlockOptions;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import dev.mockingbird.eventlog.Expunger;
import dev.mockingbird.eventlog.ViewKeeper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The indices that one consumer group fills. One of an older generation counts as missing: it is
/// dropped, and the new one is filled from the log.
public final class IndexedView implements ViewKeeper.View, Expunger.Store {

  private static final Duration LONGEST_SEARCH = Duration.ofSeconds(10);
  private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(50);
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

  /// The same view in indices of their own, which nobody searches before [#takePlace].
  public IndexedView successor(String edition) {
    return new IndexedView(
        elasticsearch, indices.stream().map(index -> index.successor(edition)).toList());
  }

  public List<Index> indices() {
    return indices;
  }

  /// From one search to the next, all indices at once.
  ///
  /// @return all others of the view by now, to which nobody is sent any more
  List<String> takePlace() throws IOException {
    List<Action> actions = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Index index : indices) {
      for (String old : namesUnder(index.standing())) {
        actions.add(Action.of(it -> it.remove(gone -> gone.index(old).alias(index.standing()))));
      }
      actions.add(
          Action.of(it -> it.remove(gone -> gone.index(index.name()).alias(index.alias()))));
      actions.add(
          Action.of(
              it ->
                  it.add(
                      standing ->
                          standing
                              .index(index.name())
                              .alias(index.standing())
                              .isWriteIndex(true))));
      elasticsearch
          .indices()
          .get(it -> it.index(index.standing() + "-v*"))
          .result()
          .keySet()
          .stream()
          .filter(name -> !name.equals(index.name()))
          .forEach(others::add);
    }
    elasticsearch.indices().updateAliases(it -> it.actions(actions));
    return others;
  }

  /// Drops them as soon as no search that began before reads them any more: one whose index goes
  /// away under it finds nothing.
  void dropUnread(List<String> names) throws IOException {
    long deadline = System.nanoTime() + LONGEST_SEARCH.toNanos();
    while (isRead(names) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOKED_AT_EVERY.toNanos());
    }
    if (!names.isEmpty()) {
      elasticsearch.indices().delete(it -> it.index(names).ignoreUnavailable(true));
    }
  }

  private boolean isRead(List<String> names) throws IOException {
    return !names.isEmpty()
        && elasticsearch.indices().stats(it -> it.index(names)).indices().values().stream()
            .map(IndicesStats::total)
            .flatMap(total -> Stream.ofNullable(total == null ? null : total.search()))
            .anyMatch(search -> search.queryCurrent() + search.fetchCurrent() > 0);
  }

  /// From here on whoever writes has to try again; what was under way is written.
  void holdWrites() throws IOException {
    for (String index : names()) {
      elasticsearch.indices().addBlock(it -> it.index(index).block(IndicesBlockOptions.Write));
    }
  }

  void letWrite() throws IOException {
    for (String index : names()) {
      elasticsearch
          .indices()
          .putSettings(
              it -> it.index(index).settings(settings -> settings.blocks(b -> b.write(false))));
    }
  }

  /// Of the indices that stand.
  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (Index index : indices) {
      names.addAll(namesUnder(index.alias()));
    }
    return names;
  }

  /// Leaves nothing behind of a successor that will not take its predecessor's place.
  void drop() throws IOException {
    List<String> names = indices.stream().map(Index::name).toList();
    elasticsearch.indices().delete(it -> it.index(names).ignoreUnavailable(true));
  }

  private boolean exists(Index index) throws IOException {
    return namesUnder(index.alias()).stream()
        .anyMatch(it -> it.equals(index.name()) || it.startsWith(index.name() + "-"));
  }

  private Set<String> namesUnder(String alias) throws IOException {
    return elasticsearch.indices().existsAlias(it -> it.name(alias)).value()
        ? elasticsearch.indices().getAlias(it -> it.name(alias)).result().keySet()
        : Set.of();
  }

  private void dropOlder(Index index) throws IOException {
    Set<String> older = namesUnder(index.alias());
    if (!older.isEmpty()) {
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
