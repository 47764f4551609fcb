package dev.mockingbird.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Bulk writes under the version of the fact they come from: a repeated or late record changes
/// nothing, whatever order records arrive in.
@Component
public class VersionedWrites {

  private static final int CONFLICT = 409;

  private final ElasticsearchClient elasticsearch;
  private final Indices indices;

  VersionedWrites(ElasticsearchClient elasticsearch, Indices indices) {
    this.elasticsearch = elasticsearch;
    this.indices = indices;
  }

  /// @param version grows with every newer state of the document
  public record Write(Index index, String id, long version, Object document) {}

  /// Returns when Elasticsearch has them all.
  ///
  /// @throws IOException when it does not answer; writing the same again is harmless
  public void flush(List<Write> writes) throws IOException {
    if (writes.isEmpty()) {
      return;
    }
    Set<Index> written = new LinkedHashSet<>();
    writes.forEach(write -> written.add(write.index()));
    for (Index index : written) {
      indices.ensure(index);
    }
    BulkResponse response =
        elasticsearch.bulk(
            it -> it.requireAlias(true).operations(writes.stream().map(this::operation).toList()));
    for (BulkResponseItem item : response.items()) {
      if (item.error() != null && item.status() != CONFLICT) {
        indices.forget();
        throw new IOException(
            "Elasticsearch refused %s in %s: %s"
                .formatted(item.id(), item.index(), item.error().reason()));
      }
    }
  }

  private BulkOperation operation(Write write) {
    return BulkOperation.of(
        it ->
            it.index(
                index ->
                    index
                        .index(write.index().alias())
                        .id(write.id())
                        .version(write.version())
                        .versionType(VersionType.External)
                        .document(write.document())));
  }
}
