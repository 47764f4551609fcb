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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Follows the bank's facts. First everything is written down, then what counts by now is shown;
/// see [CatalogIndices] for why that is enough in any order of arrival.
class CatalogProjection implements EventConsumer {

  private static final Logger log = LoggerFactory.getLogger(CatalogProjection.class);

  /// Above every fact's number: after a purge nothing of the question comes back.
  private static final long FINAL = Long.MAX_VALUE / 2;

  private static final int MOST_VERSIONS = 10_000;

  /// Documents of one request, and requests at once, when a long batch is shown.
  private static final int CHUNK = 1_000;

  private static final int LANES = 2;
  private static final long MOST_WAITING = 16 << 20;

  private final VersionedWrites writes;
  private final ElasticsearchClient elasticsearch;
  private final CatalogIndices indices;
  private final Runnable purged;
  private final Waiting waiting = new Waiting(MOST_WAITING);

  /// @param purged is told when documents were emptied for good
  CatalogProjection(
      VersionedWrites writes,
      ElasticsearchClient elasticsearch,
      CatalogIndices indices,
      Runnable purged) {
    this.writes = writes;
    this.elasticsearch = elasticsearch;
    this.indices = indices;
    this.purged = purged;
  }

  /// What a question is from one fact on.
  ///
  /// @param number of the fact, the document's version in the index
  /// @param question whose document it is
  record Version(long number, @Nullable String batch, String question, QuestionDocument document) {

    Version(long number, @Nullable String batch, QuestionDocument document) {
      this(number, batch, document.id(), document);
    }
  }

  /// A batch that took effect.
  private record Effect(String batch, List<String> questions) {}

  /// What some records say.
  private record News(List<Version> versions, List<Effect> effects, Set<String> purged) {}

  @Override
  public void handle(List<Decoded> batch) throws IOException {
    News news = new News(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
    for (Decoded decoded : batch) {
      if (decoded instanceof Decoded.Readable(var envelope)
          && envelope.data() instanceof BankEvent event) {
        sort(envelope, event, news);
      }
    }
    writes.flush(writtenDown(news));
    writes.flush(counting(news));
    show(news.effects());
    writes.flush(emptied(news));
    if (!news.purged().isEmpty()) {
      purged.run();
    }
  }

  private static void sort(EventEnvelope<?> envelope, BankEvent event, News news) {
    long number = envelope.number();
    switch (event) {
      case BankEvent.QuestionPublished it ->
          news.versions()
              .add(
                  new Version(
                      number,
                      it.batch(),
                      QuestionDocument.of(it.content(), it.staff(), it.filing())));
      case BankEvent.QuestionRetired it ->
          news.versions()
              .add(new Version(number, it.batch(), QuestionDocument.retired(it.question())));
      case BankEvent.QuestionReinstated it ->
          news.versions()
              .add(
                  new Version(
                      number, null, QuestionDocument.of(it.content(), it.staff(), it.filing())));
      case BankEvent.QuestionPurged it -> {
        news.versions().add(new Version(FINAL, null, QuestionDocument.purged(it.question())));
        news.purged().add(it.question());
      }
      case BankEvent.ImportApplied it ->
          news.effects()
              .add(effect(envelope, it.batch(), List.of(it.added(), it.changed(), it.retired())));
      case BankEvent.ImportUndone it ->
          news.effects().add(effect(envelope, it.batch(), List.of(it.restored(), it.retired())));
      case BankEvent.QuestionDrafted _, BankEvent.DraftDiscarded _ -> {}
    }
  }

  private static Effect effect(
      EventEnvelope<?> envelope, String batch, List<List<String>> questions) {
    Effect effect = new Effect(batch, questions.stream().flatMap(List::stream).toList());
    Correlation.under(
        envelope.correlationId(),
        () ->
            log.info("Batch {} reaches the index: {} questions", batch, effect.questions().size()));
    return effect;
  }

  private List<Write> writtenDown(News news) {
    return Stream.concat(
            news.versions().stream()
                .flatMap(
                    it ->
                        it.batch() == null
                            ? Stream.empty()
                            : Stream.of(
                                new Write(
                                    indices.versions(),
                                    CatalogIndices.versionId(it.question(), it.batch()),
                                    it.number(),
                                    it))),
            news.effects().stream().map(it -> new Write(indices.imports(), it.batch(), 1, it)))
        .toList();
  }

  /// Versions whose batch took effect before they came; the others wait for theirs.
  private List<Write> counting(News news) throws IOException {
    List<String> batches =
        news.versions().stream().flatMap(it -> Stream.ofNullable(it.batch())).distinct().toList();
    Collection<String> applied = found(indices.imports(), batches, JsonNode.class).keySet();
    List<Write> counting = new ArrayList<>();
    for (Version version : news.versions()) {
      if (version.batch() == null || applied.contains(version.batch())) {
        counting.add(shown(version));
      } else {
        waiting.add(CatalogIndices.versionId(version.question(), version.batch()), version);
      }
    }
    news.purged().forEach(waiting::forget);
    return counting;
  }

  /// What was written down before its batch took effect; what a long batch did is found at once and
  /// not when the index happens to look.
  private void show(List<Effect> effects) throws IOException {
    List<String> ids =
        new ArrayList<>(
            effects.stream()
                .flatMap(
                    it ->
                        it.questions().stream()
                            .map(question -> CatalogIndices.versionId(question, it.batch())))
                .distinct()
                .toList());
    if (ids.isEmpty()) {
      return;
    }
    List<Version> here = waiting.take(ids);
    if (!ids.isEmpty()) {
      // Read one by one, what the index has not opened yet is slow.
      elasticsearch.indices().refresh(it -> it.index(indices.versions().alias()));
    }
    try (var lanes = Executors.newFixedThreadPool(LANES, Thread.ofVirtual().factory())) {
      List<Future<?>> shown = new ArrayList<>();
      for (List<Version> some : chunks(here)) {
        shown.add(lanes.submit(() -> show(some)));
      }
      for (List<String> some : chunks(ids)) {
        shown.add(
            lanes.submit(() -> show(found(indices.versions(), some, Version.class).values())));
      }
      for (Future<?> chunk : shown) {
        chunk.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    elasticsearch.indices().refresh(it -> it.index(indices.questions().alias()));
  }

  private static <T> List<List<T>> chunks(List<T> all) {
    return all.stream().gather(Gatherers.windowFixed(CHUNK)).toList();
  }

  private @Nullable Void show(Collection<Version> versions) throws IOException {
    writes.flush(versions.stream().map(this::shown).toList());
    return null;
  }

  private Write shown(Version version) {
    return new Write(indices.questions(), version.question(), version.number(), version.document());
  }

  /// Takes what batches wrote of purged questions out of the versions. Here too each side looks
  /// whether the other was first: a purge for versions, a version for a purge.
  private List<Write> emptied(News news) throws IOException {
    List<String> late =
        news.versions().stream()
            .filter(it -> it.batch() != null)
            .map(Version::question)
            .distinct()
            .toList();
    Set<String> purged = new LinkedHashSet<>(news.purged());
    found(indices.questions(), late, JsonNode.class, "version")
        .forEach(
            (question, document) -> {
              if (document.path("version").asInt() == QuestionDocument.PURGED) {
                purged.add(question);
              }
            });
    List<Write> emptied = new ArrayList<>();
    for (String question : purged) {
      for (String version : versionsOf(question)) {
        emptied.add(
            new Write(
                indices.versions(),
                version,
                FINAL,
                new Version(FINAL, null, QuestionDocument.purged(question))));
      }
    }
    return emptied;
  }

  private List<String> versionsOf(String question) throws IOException {
    String versions = indices.versions().alias();
    elasticsearch.indices().refresh(it -> it.index(versions));
    return elasticsearch
        .search(
            it ->
                it.index(versions)
                    .size(MOST_VERSIONS)
                    .source(source -> source.fetch(false))
                    .query(query -> query.term(term -> term.field("question").value(question))),
            Void.class)
        .hits()
        .hits()
        .stream()
        .map(hit -> String.valueOf(hit.id()))
        .toList();
  }

  /// Reads what was just written, without waiting for a refresh.
  ///
  /// @param fields those that are read, none for all
  private <T> Map<String, T> found(Index index, List<String> ids, Class<T> type, String... fields)
      throws IOException {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, T> found = new LinkedHashMap<>();
    for (MultiGetResponseItem<T> item :
        elasticsearch
            .mget(it -> it.index(index.alias()).ids(ids).sourceIncludes(List.of(fields)), type)
            .docs()) {
      if (item.isResult() && item.result().found() && item.result().source() != null) {
        found.put(item.result().id(), item.result().source());
      } else if (item.isFailure()) {
        throw new IOException("Elasticsearch could not read " + item.failure().id());
      }
    }
    return found;
  }
}
