package dev.mockingbird.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import dev.mockingbird.eventlog.EventConsumer;
import dev.mockingbird.eventlog.LogReader;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Fills a view anew from the log, beside the one that is searched, and puts it in its place
/// without a moment of emptiness. People search and the view's consumer group goes on meanwhile:
/// what it writes to the old indices before the change is read once more after it.
public final class Rebuild {

  private static final DateTimeFormatter EDITION =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
  private static final int PAGE = 1_000;

  private final ElasticsearchClient elasticsearch;

  public Rebuild(ElasticsearchClient elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /// @param records read from the log
  /// @param documents that the first index of the view has now
  /// @param different of them: missing before, more before, or other than before
  public record Outcome(long records, long documents, long different) {}

  /// @param projection makes the consumer that fills the indices of a view
  /// @throws IOException when Elasticsearch does not answer; then nothing has changed
  public Outcome rebuild(
      IndexedView standing,
      LogReader log,
      Function<IndexedView, EventConsumer> projection,
      Instant now)
      throws Exception {
    IndexedView successor = standing.successor(EDITION.format(now));
    EventConsumer filling = projection.apply(successor);
    Outcome outcome;
    List<String> replaced;
    try {
      successor.create();
      long records = log.catchUp(filling);
      boolean stands = standing.exists();
      if (stands) {
        standing.holdWrites();
      }
      records += log.catchUp(filling);
      Map<String, String> before = stands ? documents(standing) : Map.of();
      Map<String, String> after = documents(successor);
      outcome = new Outcome(records, after.size(), different(before, after));
      replaced = successor.takePlace();
    } catch (Exception e) {
      standing.letWrite();
      successor.drop();
      throw e;
    }
    standing.dropUnread(replaced);
    return outcome;
  }

  private static long different(Map<String, String> before, Map<String, String> after) {
    long changedOrNew =
        after.entrySet().stream()
            .filter(it -> !it.getValue().equals(before.get(it.getKey())))
            .count();
    return changedOrNew + before.keySet().stream().filter(it -> !after.containsKey(it)).count();
  }

  /// What the view's first index holds, as text, by id.
  private Map<String, String> documents(IndexedView view) throws IOException {
    String alias = view.indices().getFirst().alias();
    elasticsearch.indices().refresh(it -> it.index(alias));
    Map<String, String> documents = new TreeMap<>();
    List<Hit<JsonData>> page = page(alias, null);
    while (!page.isEmpty()) {
      for (Hit<JsonData> hit : page) {
        documents.put(String.valueOf(hit.id()), hit.version() + " " + hit.source());
      }
      page = page(alias, page.getLast());
    }
    return documents;
  }

  private List<Hit<JsonData>> page(
      String alias, @org.jspecify.annotations.Nullable Hit<JsonData> after) throws IOException {
    return elasticsearch
        .search(
            it -> {
              it.index(alias)
                  .size(PAGE)
                  .version(true)
                  .sort(sort -> sort.field(f -> f.field("id").order(SortOrder.Asc)));
              return after == null ? it : it.searchAfter(after.sort());
            },
            JsonData.class)
        .hits()
        .hits();
  }
}
