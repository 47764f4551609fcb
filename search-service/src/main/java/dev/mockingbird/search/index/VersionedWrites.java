package dev.mockingbird.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Bulk writes under the version of the fact they come from: a repeated or late record changes
/// nothing, whatever order records arrive in.
///
/// A document that Elasticsearch calls invalid will never be taken; it is left out, logged and
/// counted (`mockingbird.view.refused`), so that it holds nobody up.
@Component
public class VersionedWrites {

  private static final Logger log = LoggerFactory.getLogger(VersionedWrites.class);
  private static final int INVALID = 400;
  private static final int CONFLICT = 409;

  /// Writes of one request, and requests at once: Elasticsearch works on each with one processor.
  private static final int CHUNK = 500;

  private static final int LANES = 2;

  private final ElasticsearchClient elasticsearch;
  private final MeterRegistry meters;

  public VersionedWrites(ElasticsearchClient elasticsearch, MeterRegistry meters) {
    this.elasticsearch = elasticsearch;
    this.meters = meters;
  }

  /// @param version grows with every newer state of the document
  public record Write(Index index, String id, long version, Object document) {}

  /// Returns when Elasticsearch has them all.
  ///
  /// @throws IOException when it does not answer, or an index is missing; writing the same again is
  ///   harmless
  public void flush(List<Write> writes) throws IOException {
    if (writes.size() <= CHUNK) {
      flushTogether(writes);
      return;
    }
    try (var lanes = Executors.newFixedThreadPool(LANES, Thread.ofVirtual().factory())) {
      List<Future<?>> flushed = new ArrayList<>();
      for (List<Write> some : writes.stream().gather(Gatherers.windowFixed(CHUNK)).toList()) {
        flushed.add(
            lanes.submit(
                () -> {
                  flushTogether(some);
                  return null;
                }));
      }
      for (Future<?> some : flushed) {
        some.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void flushTogether(List<Write> writes) throws IOException {
    if (writes.isEmpty()) {
      return;
    }
    try {
      write(writes);
    } catch (ElasticsearchException e) {
      if (e.status() != INVALID) {
        throw e;
      }
      // One invalid document may have the whole request refused.
      if (writes.size() == 1) {
        leaveOut(writes.getFirst().index().alias(), writes.getFirst().id(), e.error());
      } else {
        for (Write write : writes) {
          flushTogether(List.of(write));
        }
      }
    }
  }

  private void write(List<Write> writes) throws IOException {
    BulkResponse response =
        elasticsearch.bulk(
            it -> it.requireAlias(true).operations(writes.stream().map(this::operation).toList()));
    for (BulkResponseItem item : response.items()) {
      ErrorCause error = item.error();
      if (error != null && item.status() == INVALID) {
        leaveOut(item.index(), String.valueOf(item.id()), error);
      } else if (error != null && item.status() != CONFLICT) {
        throw new IOException(
            "Elasticsearch refused %s in %s: %s"
                .formatted(item.id(), item.index(), error.reason()));
      }
    }
  }

  /// The reason may quote the document; its type does not.
  private void leaveOut(String index, String id, ErrorCause error) {
    log.error("Left {} out of {}: {}", id, index, error.type());
    meters.counter("mockingbird.view.refused", "view", index).increment();
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
