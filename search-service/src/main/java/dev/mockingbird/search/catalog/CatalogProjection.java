package dev.mockingbird.search.catalog;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.EventConsumer;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.search.index.Index;
import dev.mockingbird.search.index.VersionedWrites;
import dev.mockingbird.search.index.VersionedWrites.Write;
import dev.mockingbird.search.web.Correlation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Follows the bank's facts. First everything is written down, then what counts by now is shown;
/// see [CatalogIndices] for why that is enough in any order of arrival.
class CatalogProjection implements EventConsumer {

  private static final Logger log = LoggerFactory.getLogger(CatalogProjection.class);

  private final VersionedWrites writes;
  private final ElasticsearchClient elasticsearch;
  private final CatalogIndices indices;

  CatalogProjection(
      VersionedWrites writes, ElasticsearchClient elasticsearch, CatalogIndices indices) {
    this.writes = writes;
    this.elasticsearch = elasticsearch;
    this.indices = indices;
  }

  /// @param number of the fact, the document's version in the index
  private record Version(long number, @Nullable String batch, QuestionDocument document) {}

  private record AppliedImport(String source) {}

  @Override
  public void handle(List<Decoded> batch) throws IOException {
    List<Version> versions = new ArrayList<>();
    Map<String, BankEvent.ImportApplied> imports = new LinkedHashMap<>();
    for (Decoded decoded : batch) {
      if (decoded instanceof Decoded.Readable(var envelope)
          && envelope.data() instanceof BankEvent event) {
        sort(envelope, event, versions, imports);
      }
    }
    writes.flush(writtenDown(versions, imports.values()));
    writes.flush(shown(versions, imports.values()));
  }

  private static void sort(
      EventEnvelope<?> envelope,
      BankEvent event,
      List<Version> versions,
      Map<String, BankEvent.ImportApplied> imports) {
    switch (event) {
      case BankEvent.QuestionPublished it ->
          versions.add(new Version(envelope.number(), it.batch(), QuestionDocument.of(it)));
      case BankEvent.QuestionRetired it ->
          versions.add(
              new Version(envelope.number(), null, QuestionDocument.retired(it.question())));
      case BankEvent.ImportApplied it -> {
        imports.put(it.batch(), it);
        Correlation.under(
            envelope.correlationId(),
            () ->
                log.info(
                    "Import {} reaches the index: {} added, {} changed",
                    it.batch(),
                    it.added().size(),
                    it.changed().size()));
      }
      case BankEvent.QuestionReinstated _,
          BankEvent.QuestionPurged _,
          BankEvent.QuestionDrafted _,
          BankEvent.DraftDiscarded _,
          BankEvent.ImportUndone _ -> {}
    }
  }

  private List<Write> writtenDown(
      List<Version> versions, Collection<BankEvent.ImportApplied> imports) {
    return Stream.concat(
            versions.stream()
                .flatMap(
                    it ->
                        it.batch() == null
                            ? Stream.empty()
                            : Stream.of(
                                new Write(
                                    indices.versions(),
                                    CatalogIndices.versionId(it.document().id(), it.batch()),
                                    it.number(),
                                    it))),
            imports.stream()
                .map(
                    it ->
                        new Write(
                            indices.imports(), it.batch(), 1, new AppliedImport(it.source()))))
        .toList();
  }

  private List<Write> shown(List<Version> versions, Collection<BankEvent.ImportApplied> imports)
      throws IOException {
    List<String> batches =
        versions.stream().map(Version::batch).filter(it -> it != null).distinct().toList();
    Collection<String> applied = found(indices.imports(), batches, JsonNode.class).keySet();
    List<String> waiting =
        imports.stream()
            .flatMap(
                it ->
                    Stream.concat(it.added().stream(), it.changed().stream())
                        .map(question -> CatalogIndices.versionId(question, it.batch())))
            .toList();
    return Stream.concat(
            versions.stream().filter(it -> it.batch() == null || applied.contains(it.batch())),
            found(indices.versions(), waiting, Version.class).values().stream())
        .map(it -> new Write(indices.questions(), it.document().id(), it.number(), it.document()))
        .toList();
  }

  /// Reads what was just written, without waiting for a refresh.
  private <T> Map<String, T> found(Index index, List<String> ids, Class<T> type)
      throws IOException {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, T> found = new LinkedHashMap<>();
    for (MultiGetResponseItem<T> item :
        elasticsearch.mget(it -> it.index(index.alias()).ids(ids), type).docs()) {
      if (item.isResult() && item.result().found() && item.result().source() != null) {
        found.put(item.result().id(), item.result().source());
      } else if (item.isFailure()) {
        throw new IOException("Elasticsearch could not read " + item.failure().id());
      }
    }
    return found;
  }
}
