package dev.mockingbird.scoring.report;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.DocStats;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;
import dev.mockingbird.eventlog.Expunger;
import dev.mockingbird.eventlog.ViewKeeper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reports in Elasticsearch: one document per interview under the interview's id, read and
/// written by id only, which is real time. A document is replaced only if nobody else replaced it
/// since it was read. An index of an older form counts as missing: it is dropped, and the reports
/// are built from the log.
///
/// A document that Elasticsearch calls invalid will never be taken; it is left out, logged and
/// counted (`mockingbird.view.refused`), so that it holds nobody up.
final class ReportIndex implements ViewKeeper.View, Expunger.Store {

  static final String ALIAS = "mockingbird-reports";
  static final String INDEX = "mockingbird-reports-3";
  private static final Logger log = LoggerFactory.getLogger(ReportIndex.class);
  private static final String EXISTS_ALREADY = "resource_already_exists_exception";
  private static final int INVALID = 400;

  private final ElasticsearchClient elasticsearch;
  private final MeterRegistry meters;

  ReportIndex(ElasticsearchClient elasticsearch, MeterRegistry meters) {
    this.elasticsearch = elasticsearch;
    this.meters = meters;
  }

  /// @param place where it was read from; absent for a document that is not there yet
  record Loaded(StoredInterview document, @Nullable Place place) {}

  record Place(long sequence, long primaryTerm) {}

  @Override
  public boolean exists() throws IOException {
    return elasticsearch.indices().existsAlias(it -> it.name(ALIAS).index(INDEX)).value();
  }

  @Override
  public void create() throws IOException {
    if (elasticsearch.indices().existsAlias(it -> it.name(ALIAS)).value()) {
      Set<String> older = elasticsearch.indices().getAlias(it -> it.name(ALIAS)).result().keySet();
      elasticsearch.indices().delete(it -> it.index(List.copyOf(older)).ignoreUnavailable(true));
    }
    try {
      elasticsearch
          .indices()
          .create(
              index ->
                  index
                      .index(INDEX)
                      .aliases(ALIAS, alias -> alias.isWriteIndex(true))
                      .settings(it -> it.autoExpandReplicas("0-1"))
                      .mappings(
                          it ->
                              it.dynamic(DynamicMapping.False)
                                  .properties("interview", field -> field.keyword(k -> k))));
    } catch (ElasticsearchException e) {
      if (!EXISTS_ALREADY.equals(e.error().type())) {
        throw e;
      }
    }
  }

  @Override
  public boolean expunge() throws IOException {
    elasticsearch.indices().refresh(it -> it.index(ALIAS));
    long deleted =
        elasticsearch.indices().stats(it -> it.index(ALIAS)).indices().values().stream()
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
                it.index(ALIAS)
                    .withJson(
                        new StringReader("{\"index.merge.policy.expunge_deletes_allowed\": 0}")));
    elasticsearch.indices().flush(it -> it.index(ALIAS).force(true));
    elasticsearch
        .indices()
        .forcemerge(it -> it.index(ALIAS).onlyExpungeDeletes(true).waitForCompletion(false));
    return deleted == 0;
  }

  /// One for each id, an empty document where there is none.
  Map<String, Loaded> load(Collection<String> interviews) throws IOException {
    MgetResponse<StoredInterview> found =
        elasticsearch.mget(
            it -> it.index(ALIAS).ids(List.copyOf(interviews)), StoredInterview.class);
    Map<String, Loaded> loaded = new HashMap<>();
    for (var item : found.docs()) {
      if (item.isFailure()) {
        throw new IOException("Elasticsearch cannot read " + item.failure().id());
      }
      var result = item.result();
      StoredInterview source = result.source();
      loaded.put(
          result.id(),
          source == null
              ? new Loaded(StoredInterview.empty(result.id()), null)
              : new Loaded(
                  source,
                  new Place(
                      Objects.requireNonNull(result.seqNo()),
                      Objects.requireNonNull(result.primaryTerm()))));
    }
    return loaded;
  }

  /// @throws IOException also when a document was changed since it was loaded: load again
  void save(Collection<Loaded> changed) throws IOException {
    try {
      write(changed);
    } catch (ElasticsearchException e) {
      if (e.status() != INVALID) {
        throw e;
      }
      // One invalid document may have the whole request refused.
      for (Loaded loaded : changed) {
        if (changed.size() == 1) {
          leaveOut(loaded.document().interview(), e.error());
        } else {
          save(List.of(loaded));
        }
      }
    }
  }

  private void write(Collection<Loaded> changed) throws IOException {
    BulkRequest.Builder bulk = new BulkRequest.Builder().index(ALIAS).requireAlias(true);
    for (Loaded loaded : changed) {
      StoredInterview document = loaded.document();
      Place place = loaded.place();
      bulk.operations(
          operation ->
              place == null
                  ? operation.create(it -> it.id(document.interview()).document(document))
                  : operation.index(
                      it ->
                          it.id(document.interview())
                              .ifSeqNo(place.sequence())
                              .ifPrimaryTerm(place.primaryTerm())
                              .document(document)));
    }
    for (BulkResponseItem item : elasticsearch.bulk(bulk.build()).items()) {
      ErrorCause error = item.error();
      if (error != null && item.status() == INVALID) {
        leaveOut(String.valueOf(item.id()), error);
      } else if (error != null) {
        throw new IOException("Not all reports were written: " + error.type());
      }
    }
  }

  /// The reason may quote the document; its type does not.
  private void leaveOut(String interview, ErrorCause error) {
    log.error("Left {} out of the reports: {}", interview, error.type());
    meters.counter("mockingbird.view.refused", "view", ALIAS).increment();
  }

  private static long deleted(DocStats docs) {
    Long deleted = docs.deleted();
    return deleted == null ? 0 : deleted;
  }
}
