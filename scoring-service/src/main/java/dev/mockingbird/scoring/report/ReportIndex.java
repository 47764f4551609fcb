package dev.mockingbird.scoring.report;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The reports in Elasticsearch: one document per interview under the interview's id, read and
/// written by id only, which is real time. A document is replaced only if nobody else replaced it
/// since it was read.
final class ReportIndex {

  static final String ALIAS = "mockingbird-reports";
  private static final String INDEX = "mockingbird-reports-1";

  private final ElasticsearchClient elasticsearch;

  ReportIndex(ElasticsearchClient elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /// @param place where it was read from; absent for a document that is not there yet
  record Loaded(StoredInterview document, @Nullable Place place) {}

  record Place(long sequence, long primaryTerm) {}

  boolean exists() throws IOException {
    return elasticsearch.indices().existsAlias(it -> it.name(ALIAS)).value();
  }

  void create() throws IOException {
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
  }

  /// One for each id, an empty document where there is none.
  Map<String, Loaded> load(Collection<String> interviews) throws IOException {
    MgetResponse<StoredInterview> found =
        elasticsearch.mget(
            it -> it.index(ALIAS).ids(java.util.List.copyOf(interviews)), StoredInterview.class);
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
    var response = elasticsearch.bulk(bulk.build());
    if (response.errors()) {
      throw new IOException(
          "Not all reports were written: "
              + response.items().stream()
                  .map(BulkResponseItem::error)
                  .filter(Objects::nonNull)
                  .map(error -> String.valueOf(error.type()))
                  .distinct()
                  .toList());
    }
  }

  boolean healthy() throws IOException {
    return elasticsearch.cluster().health(it -> it.index(ALIAS)).activePrimaryShards() > 0;
  }
}
