package dev.mockingbird.interview.live;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One socket from its opening on, which only its own thread changes.
final class Visit {

  private static final int MOST_ON_THEIR_WAY = 100;

  private final String roomId;
  private final Connection connection;
  private final MessageRate rate = new MessageRate();
  private final AtomicInteger onTheirWay = new AtomicInteger();
  private String client = "";
  private @Nullable LiveRoom room;

  /// Whether the page sends pings of its own, so that its silence means something.
  private boolean pings;

  /// Whether the room has shown itself; until then a page has no business in it.
  private volatile boolean entered;

  Visit(String roomId, Connection connection) {
    this.roomId = roomId;
    this.connection = connection;
  }

  String roomId() {
    return roomId;
  }

  Connection connection() {
    return connection;
  }

  MessageRate rate() {
    return rate;
  }

  String client() {
    return client;
  }

  Optional<LiveRoom> room() {
    return Optional.ofNullable(room);
  }

  void comesTo(LiveRoom followed, String name) {
    room = followed;
    client = name;
  }

  void ping() {
    pings = true;
  }

  boolean pings() {
    return pings;
  }

  void enter() {
    entered = true;
  }

  boolean hasEntered() {
    return entered;
  }

  /// A socket that has very many commands on their way is not read from meanwhile.
  void sent() {
    if (onTheirWay.incrementAndGet() == MOST_ON_THEIR_WAY) {
      readWhileFewAreOnTheirWay();
    }
  }

  void answered() {
    if (onTheirWay.decrementAndGet() == MOST_ON_THEIR_WAY - 1) {
      readWhileFewAreOnTheirWay();
    }
  }

  private void readWhileFewAreOnTheirWay() {
    connection.readWhile(() -> onTheirWay.get() < MOST_ON_THEIR_WAY);
  }
}
