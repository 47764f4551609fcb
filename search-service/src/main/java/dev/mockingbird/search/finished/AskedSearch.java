package dev.mockingbird.search.finished;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import dev.mockingbird.search.index.Answering;
import dev.mockingbird.search.web.Caller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which interviews had a question. Organisers hear of all of them, interviewers of those that they
/// are a member of; one that goes on is known by who asked the question.
@Component
class AskedSearch {

  private static final int MOST = 2_000;
  private static final int TOLD = 200;

  private final ElasticsearchClient elasticsearch;
  private final IndexedInterviews indexed;
  private final Answering answering;

  AskedSearch(ElasticsearchClient elasticsearch, IndexedInterviews indexed, Answering answering) {
    this.elasticsearch = elasticsearch;
    this.indexed = indexed;
    this.answering = answering;
  }

  /// @param items the newest of them
  record AskedInterviews(List<AskedInterview> items, int total) {}

  /// @param endedAt null while it goes on
  /// @param version of the question that it had
  record AskedInterview(
      String interview,
      String title,
      @Nullable String askedAt,
      @Nullable String endedAt,
      int version,
      boolean mayOpen) {}

  AskedInterviews interviews(String question, Caller caller) {
    return answering.answer("asked-questions", () -> found(asked(question), caller));
  }

  /// The newest first, one for each interview.
  private Collection<AskedQuestion> asked(String question) throws IOException {
    Map<String, AskedQuestion> asked = new LinkedHashMap<>();
    elasticsearch
        .search(
            it ->
                it.index(AskedQuestion.INDEX.alias())
                    .size(MOST)
                    .query(q -> q.term(term -> term.field("question").value(question)))
                    .sort(s -> s.field(f -> f.field("at").order(SortOrder.Desc))),
            AskedQuestion.class)
        .hits()
        .hits()
        .stream()
        .map(hit -> hit.source())
        .filter(it -> it != null && !it.erased())
        .forEach(it -> asked.putIfAbsent(it.interview(), it));
    return asked.values();
  }

  private AskedInterviews found(Collection<AskedQuestion> asked, Caller caller) throws IOException {
    Map<String, FinishedInterview> interviews =
        indexed.of(asked.stream().map(AskedQuestion::interview).toList());
    List<AskedInterview> items = new ArrayList<>();
    for (AskedQuestion it : asked) {
      FinishedInterview interview = interviews.get(it.interview());
      boolean member = isMember(caller, it, interview);
      if ((interview == null || !interview.erased()) && (member || caller.organiser())) {
        items.add(
            new AskedInterview(
                it.interview(),
                interview == null ? "" : interview.title(),
                it.at(),
                interview == null ? null : interview.endedAt(),
                it.version(),
                member));
      }
    }
    return new AskedInterviews(items.stream().limit(TOLD).toList(), items.size());
  }

  private static boolean isMember(
      Caller caller, AskedQuestion asked, @Nullable FinishedInterview interview) {
    String person = caller.person().value();
    return person.equals(asked.by())
        || (interview != null && interview.memberIds().contains(person));
  }
}
