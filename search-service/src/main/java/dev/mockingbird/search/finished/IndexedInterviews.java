package dev.mockingbird.search.finished;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Interviews by their ids, as they were last written, without waiting for a refresh.
@Component
class IndexedInterviews {

  private final ElasticsearchClient elasticsearch;

  IndexedInterviews(ElasticsearchClient elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /// @return those that are indexed, erased ones among them
  Map<String, FinishedInterview> of(Collection<String> ids) throws IOException {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, FinishedInterview> interviews = new LinkedHashMap<>();
    for (MultiGetResponseItem<FinishedInterview> item :
        elasticsearch
            .mget(
                it -> it.index(FinishedInterview.INDEX.alias()).ids(List.copyOf(ids)),
                FinishedInterview.class)
            .docs()) {
      if (item.isFailure()) {
        throw new IOException("Elasticsearch could not read " + item.failure().id());
      }
      FinishedInterview interview = item.result().source();
      if (interview != null) {
        interviews.put(interview.interview(), interview);
      }
    }
    return interviews;
  }
}
