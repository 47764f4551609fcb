package dev.mockingbird.search.catalog;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  /// Documents of one request, when a long batch is shown.
  private static final int CHUNK = 1_000;

  private final VersionedWrites writes;
  private final ElasticsearchClient elasticsearch;
  private final CatalogIndices indices;
  private final Runnable purged;
  private final AppliedBatches applied;

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
    this.applied = new AppliedBatches(elasticsearch, indices.imports());
  }

  /// What a question is from one fact on.
  ///
  /// @param number of the fact, the document's version in the index
  /// @param question whose document it is
  record Version(long number, @Nullable String batch, String question, QuestionDocument document) {

    Version(long number, @Nullable String batch, QuestionDocument document) {
      this(number, batch, document.id(), document);
    }

    /// Nothing was there before that it could replace.
    boolean birth() {
      return number == 1;
    }
  }

  /// What some records say.
  ///
  /// @param applied batches that took effect
  private record News(List<Version> versions, Set<String> applied, Set<String> purged) {

    Stream<Version> ofBatches() {
      return versions.stream().filter(it -> it.batch() != null);
    }
  }

  @Override
  public void handle(List<Decoded> batch) throws IOException {
    News news = new News(new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    for (Decoded decoded : batch) {
      if (decoded instanceof Decoded.Readable(var envelope)
          && envelope.data() instanceof BankEvent event) {
        sort(envelope, event, news);
      }
    }
    writes.flush(news.versions().stream().map(this::writtenDown).toList());
    showLate(news);
    takeEffect(news.applied());
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
      case BankEvent.ImportApplied it -> {
        tell(envelope, it.batch(), it.added().size() + it.changed().size() + it.retired().size());
        news.applied().add(it.batch());
      }
      case BankEvent.ImportUndone it -> {
        tell(envelope, it.batch(), it.restored().size() + it.retired().size());
        news.applied().add(it.batch());
      }
      case BankEvent.QuestionDrafted _, BankEvent.DraftDiscarded _ -> {}
    }
  }

  private static void tell(EventEnvelope<?> envelope, String batch, int questions) {
    Correlation.under(
        envelope.correlationId(),
        () -> log.info("Batch {} reaches the index: {} questions", batch, questions));
  }

  private Write writtenDown(Version version) {
    if (version.batch() == null) {
      return shown(version);
    }
    return version.birth()
        ? new Write(
            indices.questions(),
            version.question(),
            version.number(),
            version.document().foundWith(version.batch()))
        : new Write(
            indices.versions(),
            CatalogIndices.versionId(version.question(), version.batch()),
            version.number(),
            version);
  }

  /// Versions whose batch took effect before they came; the others wait for theirs.
  private void showLate(News news) throws IOException {
    if (news.ofBatches().findAny().isEmpty()) {
      return;
    }
    Set<String> earlier = applied.read();
    List<Version> late = news.ofBatches().filter(it -> earlier.contains(it.batch())).toList();
    writes.flush(late.stream().filter(it -> !it.birth()).map(this::shown).toList());
    if (!late.isEmpty()) {
      refresh(indices.questions());
    }
  }

  /// All that the batches brought is found from one search to the next, what they changed a moment
  /// later.
  private void takeEffect(Set<String> batches) throws IOException {
    if (batches.isEmpty()) {
      return;
    }
    refresh(indices.questions());
    applied.add(batches);
    refresh(indices.versions());
    for (String batch : batches) {
      if (show(batch)) {
        refresh(indices.questions());
      }
    }
  }

  /// What was written down before its batch took effect.
  ///
  /// @return whether there was anything
  private boolean show(String batch) throws IOException {
    List<Hit<Version>> some = waiting(batch, null);
    boolean any = !some.isEmpty();
    while (!some.isEmpty()) {
      writes.flush(
          some.stream().flatMap(it -> Stream.ofNullable(it.source())).map(this::shown).toList());
      some = some.size() < CHUNK ? List.of() : waiting(batch, some.getLast());
    }
    return any;
  }

  private List<Hit<Version>> waiting(String batch, @Nullable Hit<Version> after)
      throws IOException {
    return elasticsearch
        .search(
            it -> {
              it.index(indices.versions().alias())
                  .size(CHUNK)
                  .query(query -> query.term(term -> term.field("batch").value(batch)))
                  .sort(sort -> sort.field(f -> f.field("question").order(SortOrder.Asc)));
              return after == null ? it : it.searchAfter(after.sort());
            },
            Version.class)
        .hits()
        .hits();
  }

  private void refresh(Index index) throws IOException {
    elasticsearch.indices().refresh(it -> it.index(index.alias()));
  }

  private Write shown(Version version) {
    return new Write(indices.questions(), version.question(), version.number(), version.document());
  }

  /// Takes what batches wrote of purged questions out of the versions. Here too each side looks
  /// whether the other was first: a purge for versions, a version for a purge.
  private List<Write> emptied(News news) throws IOException {
    List<String> late =
        news.ofBatches().filter(it -> !it.birth()).map(Version::question).distinct().toList();
    Set<String> purged = new LinkedHashSet<>(news.purged());
    purged.addAll(purgedBefore(late));
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
    refresh(indices.versions());
    return elasticsearch
        .search(
            it ->
                it.index(indices.versions().alias())
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

  /// Those of the questions that are purged; reads what was just written, without waiting for a
  /// refresh.
  private List<String> purgedBefore(List<String> questions) throws IOException {
    if (questions.isEmpty()) {
      return List.of();
    }
    List<String> purged = new ArrayList<>();
    for (MultiGetResponseItem<JsonNode> item :
        elasticsearch
            .mget(
                it ->
                    it.index(indices.questions().alias()).ids(questions).sourceIncludes("version"),
                JsonNode.class)
            .docs()) {
      if (item.isFailure()) {
        throw new IOException("Elasticsearch could not read " + item.failure().id());
      }
      JsonNode document = item.result().source();
      if (document != null && document.path("version").asInt() == QuestionDocument.PURGED) {
        purged.add(item.result().id());
      }
    }
    return purged;
  }
}
