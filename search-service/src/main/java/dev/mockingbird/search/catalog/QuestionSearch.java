package dev.mockingbird.search.catalog;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.mockingbird.search.bank.Similarity;
import dev.mockingbird.search.catalog.QuestionQuery.Facet;
import dev.mockingbird.search.index.Answering;
import dev.mockingbird.search.index.Highlights;
import dev.mockingbird.search.index.TextQuery;
import dev.mockingbird.search.web.Pages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Finds questions, each caller only by what the caller may read.
@Component
class QuestionSearch {

  /// Below it a suggestion is noise.
  private static final double WORTH_SAYING = 0.5;

  private static final int FACET_VALUES = 100;
  private static final String VALUES = "values";
  private static final int MAX_TITLE = 300;
  private static final int CANDIDATES = 20;
  private static final int MOST_SIMILAR = 5;

  private final ElasticsearchClient elasticsearch;
  private final Answering answering;

  QuestionSearch(ElasticsearchClient elasticsearch, Answering answering) {
    this.elasticsearch = elasticsearch;
    this.answering = answering;
  }

  FoundQuestions find(QuestionQuery query, boolean staff, Pages pages) {
    return answering.answer(
        "questions",
        () ->
            found(
                elasticsearch.search(request(query, staff, pages), QuestionDocument.class), staff));
  }

  /// Questions whose titles are like these, for each of them the likest first.
  List<List<Similar>> similar(List<String> titles) {
    return answering.answer(
        "similar-questions",
        () -> {
          MsearchResponse<QuestionDocument> response =
              elasticsearch.msearch(
                  it ->
                      it.index(CatalogIndices.STANDING.questions().alias())
                          .searches(titles.stream().map(QuestionSearch::like).toList()),
                  QuestionDocument.class);
          List<List<Similar>> similar = new ArrayList<>();
          for (int i = 0; i < titles.size(); i++) {
            similar.add(similar(titles.get(i), response.responses().get(i)));
          }
          return similar;
        });
  }

  /// @param score 0 to 1, see [Similarity#alike]
  record Similar(String id, String title, double score) {}

  private static RequestItem like(String title) {
    String sought = title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title;
    return RequestItem.of(
        it ->
            it.header(header -> header)
                .body(
                    body ->
                        body.query(
                                query ->
                                    query.bool(
                                        bool ->
                                            bool.must(
                                                    TextQuery.of(
                                                        sought,
                                                        List.of(new TextQuery.Field("title", 1))))
                                                .filter(QuestionQuery.there())))
                            .size(CANDIDATES)
                            .source(
                                source ->
                                    source.filter(f -> f.excludes("reference", "keyPoints")))));
  }

  private static List<Similar> similar(
      String title, MultiSearchResponseItem<QuestionDocument> response) throws IOException {
    if (response.isFailure()) {
      throw new IOException("Elasticsearch could not look for what is similar");
    }
    return response.result().hits().hits().stream()
        .flatMap(hit -> Stream.ofNullable(hit.source()))
        .map(it -> new Similar(it.id(), it.title(), Similarity.alike(title, it.title())))
        .filter(it -> it.score() >= WORTH_SAYING)
        .sorted(Comparator.comparingDouble(Similar::score).reversed())
        .limit(MOST_SIMILAR)
        .toList();
  }

  private static SearchRequest request(QuestionQuery query, boolean staff, Pages pages) {
    return SearchRequest.of(
        it -> {
          it.index(CatalogIndices.STANDING.questions().alias())
              .query(query.query(staff))
              .postFilter(query.chosen())
              .from(pages.from())
              .size(pages.size())
              .trackTotalHits(total -> total.enabled(true))
              .source(source -> source.filter(f -> f.excludes("reference", "keyPoints")))
              .aggregations(facets(query, staff));
          if (query.hasWords()) {
            it.highlight(TextQuery.highlight("title", "body"))
                .sort(s -> s.score(score -> score.order(SortOrder.Desc)));
          } else {
            it.sort(s -> s.field(f -> f.field("topic").order(SortOrder.Asc)));
          }
          return it.sort(s -> s.field(f -> f.field("id").order(SortOrder.Asc)));
        });
  }

  private static Map<String, Aggregation> facets(QuestionQuery query, boolean staff) {
    Map<String, Aggregation> facets = new LinkedHashMap<>();
    for (Facet facet : Facet.readable(staff)) {
      facets.put(
          facet.wire(),
          Aggregation.of(
              it ->
                  it.filter(query.chosenBeside(facet))
                      .aggregations(
                          VALUES,
                          values -> values.terms(t -> t.field(facet.field()).size(FACET_VALUES)))));
    }
    return facets;
  }

  private static FoundQuestions found(SearchResponse<QuestionDocument> response, boolean staff) {
    Map<String, List<FoundQuestions.Count>> facets = new LinkedHashMap<>();
    response
        .aggregations()
        .forEach((name, facet) -> facets.put(name, counts(facet.filter().aggregations())));
    var total = response.hits().total();
    return new FoundQuestions(
        total == null ? 0 : total.value(),
        response.took(),
        response.hits().hits().stream().map(hit -> item(hit, staff)).toList(),
        facets);
  }

  private static List<FoundQuestions.Count> counts(Map<String, Aggregate> facet) {
    List<FoundQuestions.Count> counts = new ArrayList<>();
    Aggregate values = facet.get(VALUES);
    if (values == null) {
      return counts;
    }
    if (values.isSterms()) {
      for (StringTermsBucket bucket : values.sterms().buckets().array()) {
        counts.add(new FoundQuestions.Count(bucket.key().stringValue(), bucket.docCount()));
      }
    } else if (values.isLterms()) {
      for (LongTermsBucket bucket : values.lterms().buckets().array()) {
        counts.add(
            new FoundQuestions.Count(bucket.key() == 1 ? "true" : "false", bucket.docCount()));
      }
    }
    return counts;
  }

  private static FoundQuestions.FoundQuestion item(Hit<QuestionDocument> hit, boolean staff) {
    QuestionDocument document = hit.source();
    if (document == null) {
      throw new IllegalStateException("The index holds an empty document " + hit.id());
    }
    return FoundQuestions.FoundQuestion.of(
        document,
        new FoundQuestions.Marks(
            Highlights.whole(hit.highlight(), "title"),
            Highlights.snippet(hit.highlight(), "body")),
        staff);
  }
}
