package dev.mockingbird.interview.booking;

import static dev.mockingbird.interview.live.Patience.await;

import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.archive.LastingView;
import dev.mockingbird.interview.live.LiveRooms;
import io.lettuce.core.ScriptOutputType;
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
public class RoomSummaries implements LastingView {

  /// KEYS head, summary; ARGV summary. Kept only while the room is there, so that nothing comes
  /// back after an erasure.
  private static final String KEEP =
      """
      if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
      redis.call('SET', KEYS[2], ARGV[1])
      return 1""";

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

  /// Whether the person is a member of the room now.
  public boolean hasMember(String room, PersonId person) {
    return Optional.ofNullable(of(List.of(room)).get(room))
        .filter(it -> it.members().stream().anyMatch(member -> member.person().equals(person)))
        .isPresent();
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
        summary -> keep(redis, rooms.keys(id), json.writeValueAsString(new Kept(facts, summary))));
    return anew;
  }

  static CompletionStage<Long> keep(
      StatefulRedisConnection<String, String> redis, JournalKeys room, String summary) {
    return redis
        .async()
        .eval(
            KEEP,
            ScriptOutputType.INTEGER,
            new String[] {room.head(), room.part("summary")},
            summary);
  }
}
