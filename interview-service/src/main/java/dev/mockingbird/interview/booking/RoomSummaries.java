package dev.mockingbird.interview.booking;

import static dev.mockingbird.interview.live.Patience.await;

import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.interview.archive.LastingView;
import dev.mockingbird.interview.live.LiveRooms;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Summaries of rooms without folding their journals: a view beside each journal, which is as good
/// as the number of facts it was made of. One that is too old, or missing, is made anew.
@Component
class RoomSummaries implements LastingView {

  private final StatefulRedisConnection<String, String> redis;
  private final Journal journal;
  private final LiveRooms rooms;
  private final JsonMapper json;

  RoomSummaries(
      StatefulRedisConnection<String, String> eventLogConnection,
      Journal journal,
      LiveRooms rooms,
      JsonMapper json) {
    this.redis = eventLogConnection;
    this.journal = journal;
    this.rooms = rooms;
    this.json = json;
  }

  private record Kept(long facts, RoomSummary summary) {}

  private record Asked(
      String id,
      CompletionStage<Optional<JournalHead>> head,
      CompletionStage<Optional<String>> kept) {}

  /// In the given order, without rooms that do not exist.
  Map<String, RoomSummary> of(List<String> ids) {
    List<Asked> all = new ArrayList<>();
    for (String id : ids) {
      JournalKeys keys = rooms.keys(id);
      all.add(
          new Asked(
              id,
              journal.head(keys),
              redis.async().get(keys.part("summary")).thenApply(Optional::ofNullable)));
    }
    Map<String, RoomSummary> found = new LinkedHashMap<>();
    for (Asked asked : all) {
      await(asked.head())
          .flatMap(head -> current(asked.id(), head.facts(), await(asked.kept())))
          .ifPresent(summary -> found.put(asked.id(), summary));
    }
    return found;
  }

  @Override
  public void keep(String room) {
    of(List.of(room));
    await(redis.async().ping());
  }

  private Optional<RoomSummary> current(String id, long facts, Optional<String> text) {
    Optional<RoomSummary> kept =
        text.map(it -> json.readValue(it, Kept.class))
            .filter(it -> it.facts() == facts)
            .map(Kept::summary);
    return kept.isPresent() ? kept : anew(id, facts);
  }

  private Optional<RoomSummary> anew(String id, long facts) {
    Optional<RoomSummary> anew = rooms.read(id, RoomSummary::of);
    anew.ifPresent(
        summary ->
            redis
                .async()
                .set(
                    rooms.keys(id).part("summary"),
                    json.writeValueAsString(new Kept(facts, summary))));
    return anew;
  }
}
