package dev.mockingbird.interview.live;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A socket on its way into a room: it is shown the whole of it, or what its page missed, out of
/// the journal and no faster than it reads, until it is where the room is and follows it live.
final class Entrance {

  /// A page that missed more is shown the whole room.
  private static final int MOST_MISSED = 1_000;

  private static final int PAGE = 100;

  private final Connection connection;
  private final ClientMessage.Hello hello;
  private final RoomFold fold;
  private final RoomFanout fanout;
  private final Turns turns;
  private final InstantSource clock;

  Entrance(
      Connection connection,
      ClientMessage.Hello hello,
      RoomFold fold,
      RoomFanout fanout,
      Turns turns,
      InstantSource clock) {
    this.connection = connection;
    this.hello = hello;
    this.fold = fold;
    this.fanout = fanout;
    this.turns = turns;
    this.clock = clock;
  }

  /// Within the room's turn, when the room is up to date.
  CompletionStage<Void> begin() {
    fanout.expect(connection);
    Position had = hello.position();
    Position now = fold.position();
    if (had == null
        || !had.epoch().equals(now.epoch())
        || had.sequence() > now.sequence()
        || had.sequence() < now.sequence() - MOST_MISSED) {
      return welcome();
    }
    connection.send(new ServerMessage.Resumed(now, clock.instant()));
    connection.shown = had.sequence();
    return goOn();
  }

  private CompletionStage<Void> welcome() {
    return Recall.neededFor(hello, fold.room())
        .from(fold)
        .thenRun(() -> fanout.welcome(connection, hello, fold.position()));
  }

  private CompletionStage<Void> goOn() {
    if (connection.isClosing()) {
      return CompletableFuture.completedStage(null);
    }
    if (connection.shown >= fold.room().sequence()) {
      fanout.add(connection);
      return CompletableFuture.completedStage(null);
    }
    return fold.read(connection.shown, PAGE).thenCompose(this::show);
  }

  private CompletionStage<Void> show(List<RoomFold.Line> missed) {
    for (RoomFold.Line line : missed) {
      if (line.sequence() > fold.room().sequence()
          || connection.isClosing()
          || connection.isBehind()) {
        break;
      }
      if (Showing.changesView(line.entry(), connection.person())) {
        return welcome();
      }
      Position position = new Position(fold.position().epoch(), line.sequence());
      fanout.showMissed(connection, line.entry(), position, line.at());
    }
    if (missed.isEmpty()) {
      connection.shown = fold.room().sequence();
    }
    if (connection.isBehind()) {
      connection.onceItKeepsUp(() -> turns.take(this::goOn));
      return CompletableFuture.completedStage(null);
    }
    return goOn();
  }
}
