package dev.mockingbird.search.finished;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.search.index.Answering;
import dev.mockingbird.search.index.Highlights;
import dev.mockingbird.search.index.TextQuery;
import dev.mockingbird.search.web.Pages;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds a person's own finished interviews, newest first or best first.
@Component
class FinishedSearch {

  private static final List<TextQuery.Field> FIELDS =
      List.of(new TextQuery.Field("title", 3), new TextQuery.Field("questions", 1));

  private final ElasticsearchClient elasticsearch;
  private final Answering answering;

  FinishedSearch(ElasticsearchClient elasticsearch, Answering answering) {
    this.elasticsearch = elasticsearch;
    this.answering = answering;
  }

  record FoundInterviews(long total, List<FoundInterview> items) {}

  /// @param highlight the title with marks around hits
  record FoundInterview(
      String interview,
      String title,
      @Nullable Language language,
      @Nullable String startedAt,
      @Nullable String endedAt,
      List<RoomEvent.Member> members,
      List<String> questions,
      @Nullable String highlight) {}

  FoundInterviews find(String words, PersonId member, Pages pages) {
    return answering.answer(
        "finished-interviews",
        () -> found(elasticsearch.search(request(words, member, pages), FinishedInterview.class)));
  }

  private static SearchRequest request(String words, PersonId member, Pages pages) {
    boolean sought = !words.isBlank();
    Query text = sought ? TextQuery.of(words, FIELDS) : Query.of(it -> it.matchAll(all -> all));
    return SearchRequest.of(
        it -> {
          it.index(FinishedInterview.INDEX.alias())
              .query(
                  query ->
                      query.bool(
                          bool ->
                              bool.must(text)
                                  .filter(
                                      f -> f.term(t -> t.field("memberIds").value(member.value())))
                                  .filter(f -> f.term(t -> t.field("erased").value(false)))))
              .from(pages.from())
              .size(pages.size())
              .trackTotalHits(total -> total.enabled(true));
          if (sought) {
            it.highlight(TextQuery.highlight("title"))
                .sort(s -> s.score(score -> score.order(SortOrder.Desc)));
          }
          return it.sort(s -> s.field(f -> f.field("endedAt").order(SortOrder.Desc)));
        });
  }

  private static FoundInterviews found(SearchResponse<FinishedInterview> response) {
    var total = response.hits().total();
    return new FoundInterviews(
        total == null ? 0 : total.value(),
        response.hits().hits().stream().map(FinishedSearch::item).toList());
  }

  private static FoundInterview item(Hit<FinishedInterview> hit) {
    FinishedInterview interview = hit.source();
    if (interview == null) {
      throw new IllegalStateException("The index holds an empty document " + hit.id());
    }
    return new FoundInterview(
        interview.interview(),
        interview.title(),
        interview.language(),
        interview.startedAt(),
        interview.endedAt(),
        interview.members(),
        interview.questions(),
        Highlights.whole(hit.highlight(), "title"));
  }
}
