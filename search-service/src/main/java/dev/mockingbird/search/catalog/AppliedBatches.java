package dev.mockingbird.search.catalog;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.OpType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.GetResponse;
import dev.mockingbird.search.index.Index;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// The batches that took effect, as the index knows them: one document, which every search looks
/// into, so that all that a batch brought is found from one search to the next.
final class AppliedBatches {

  private static final String DOCUMENT = "all";
  private static final String BATCHES = "batches";
  private static final int CONFLICT = 409;

  private final ElasticsearchClient elasticsearch;
  private final Index index;

  AppliedBatches(ElasticsearchClient elasticsearch, Index index) {
    this.elasticsearch = elasticsearch;
    this.index = index;
  }

  private record Applied(Set<String> batches) {}

  /// What waits for no batch, or for one that took effect.
  ///
  /// @param field that holds the batch
  /// @param imports where the document stands
  static Query counting(String field, Index imports) {
    Query waitsForNone =
        Query.of(it -> it.bool(bool -> bool.mustNot(q -> q.exists(e -> e.field(field)))));
    Query tookEffect =
        Query.of(
            it ->
                it.terms(
                    terms ->
                        terms
                            .field(field)
                            .terms(
                                values ->
                                    values.lookup(
                                        lookup ->
                                            lookup
                                                .index(imports.alias())
                                                .id(DOCUMENT)
                                                .path(BATCHES)))));
    return Query.of(it -> it.bool(bool -> bool.should(waitsForNone, tookEffect)));
  }

  Set<String> read() throws IOException {
    return batches(document());
  }

  /// Returns when every search finds what they brought.
  void add(Collection<String> batches) throws IOException {
    while (!added(batches)) {
      // Another one added to it meanwhile.
    }
  }

  private boolean added(Collection<String> batches) throws IOException {
    GetResponse<Applied> stands = document();
    Set<String> all = new TreeSet<>(batches(stands));
    if (!all.addAll(batches)) {
      return true;
    }
    try {
      elasticsearch.index(
          it -> {
            it.index(index.alias()).requireAlias(true).id(DOCUMENT).document(new Applied(all));
            return stands.found()
                ? it.ifSeqNo(stands.seqNo()).ifPrimaryTerm(stands.primaryTerm())
                : it.opType(OpType.Create);
          });
      return true;
    } catch (ElasticsearchException e) {
      if (e.status() != CONFLICT) {
        throw e;
      }
      return false;
    }
  }

  private GetResponse<Applied> document() throws IOException {
    return elasticsearch.get(it -> it.index(index.alias()).id(DOCUMENT), Applied.class);
  }

  private static Set<String> batches(GetResponse<Applied> document) {
    Applied applied = document.source();
    return applied == null ? Set.of() : applied.batches();
  }
}
