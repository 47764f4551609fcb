package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.live.Patience.await;

import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomCommand;
import dev.mockingbird.interview.room.RoomEntryCodec;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// The rooms this instance knows: each is loaded when it is first needed, kept up to date over the
/// live channel, and forgotten when its last socket has gone.
@Component
public class LiveRooms {

  private static final Logger log = LoggerFactory.getLogger(LiveRooms.class);

  private final Journal journal;
  private final Shards shards;
  private final RoomEntryCodec codec;
  private final RoomLoader loader;
  private final LiveChannel channel;
  private final RoomTimes times;
  private final StoreClock clock;
  private final StatefulRedisConnection<String, String> redis;
  private final Map<String, Followed> followed = new ConcurrentHashMap<>();

  /// Counted inside the map's own lock, so that nobody comes to follow a room that is just let go.
  private static final class Followed {
    private final LiveRoom room;
    private int followers;

    Followed(LiveRoom room) {
      this.room = room;
    }
  }

  LiveRooms(
      Journal journal,
      Shards shards,
      RoomEntryCodec codec,
      RoomLoader loader,
      LiveChannel channel,
      RoomTimes times,
      StoreClock clock,
      StatefulRedisConnection<String, String> eventLogConnection) {
    this.journal = journal;
    this.shards = shards;
    this.codec = codec;
    this.loader = loader;
    this.channel = channel;
    this.times = times;
    this.clock = clock;
    this.redis = eventLogConnection;
  }

  /// Decides a command and makes it durable.
  ///
  /// @param client a repeat of (client, n) takes effect once
  /// @throws StoreUnavailableException when the journal does not answer; send it again
  public Outcome execute(
      String room,
      PersonId actor,
      RoomCommand command,
      String client,
      long n,
      String correlationId) {
    CompletableFuture<Outcome> answered = new CompletableFuture<>();
    current(room)
        .execute(
            new Wish(actor, command, client, n, correlationId, () -> false),
            (outcome, failure) -> {
              if (failure == null) {
                answered.complete(outcome);
              } else {
                answered.completeExceptionally(failure);
              }
            });
    return await(answered);
  }

  /// From now on the system looks after the room: one that nobody uses is ended one day.
  public void watch(String room) {
    times.occupied(room);
  }

  /// Reads the room as it is now, [Room.Status#UNBORN] when it does not exist.
  ///
  /// @throws StoreUnavailableException when the journal does not answer
  public <T> T read(String room, Function<Room, T> read) {
    return current(room).readCurrent(read);
  }

  public JournalKeys keys(String room) {
    return new JournalKeys(shards.tag(room), "room", room);
  }

  List<LiveRoom> followed() {
    return followed.values().stream().map(it -> it.room).toList();
  }

  /// The room, followed from now on until as many [#release]s.
  LiveRoom follow(String room) {
    return followed.compute(
            room,
            (id, known) -> {
              Followed now = known == null ? subscribed(id) : known;
              now.followers++;
              return now;
            })
        .room;
  }

  /// Forgets the room when nobody follows it any more.
  void release(LiveRoom room) {
    followed.computeIfPresent(
        room.id(),
        (id, now) -> {
          now.followers--;
          if (now.followers > 0) {
            return now;
          }
          channel.unsubscribe(keys(id).live());
          return null;
        });
  }

  private Followed subscribed(String id) {
    LiveRoom room = fresh(id);
    channel.subscribe(keys(id).live(), new Ears(room));
    return new Followed(room);
  }

  /// Tells every instance that has the room open.
  void signal(String room, Signal signal) {
    redis.async().publish(keys(room).live(), Wire.write(signal));
  }

  private LiveRoom current(String room) {
    Followed live = followed.get(room);
    return live == null ? fresh(room) : live.room;
  }

  private LiveRoom fresh(String room) {
    return new LiveRoom(room, keys(room), journal, codec, loader, clock);
  }

  /// Lets a room hear its channel.
  private record Ears(LiveRoom room) implements LiveChannel.Listener {

    @Override
    public void heard(String message) {
      room.heard(message).whenComplete(this::note);
    }

    @Override
    public void mayHaveMissed() {
      room.refresh().whenComplete(this::note);
    }

    /// What cannot be read is of a later version, and no reason to part with anybody.
    private void note(Object done, Throwable failure) {
      if (failure != null) {
        log.warn(
            "Room {} could not follow its channel: {}", room.id(), failure.getClass().getName());
        if (!(failure instanceof JacksonException)) {
          room.lost();
        }
      }
    }
  }
}
