package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.live.Patience.await;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.room.Decision;
import dev.mockingbird.interview.room.Rejection;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomCommand;
import dev.mockingbird.interview.room.RoomDecider;
import dev.mockingbird.interview.room.RoomEntry;
import dev.mockingbird.interview.room.RoomEntryCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One room as this instance knows it: its fold, and the sockets that follow it.
///
/// Load, decide, append, evolve, deliver happen in one turn after the other, so that every socket
/// sees the journal's order. No thread waits meanwhile. Another instance's appends arrive through
/// [#heard]; any gap is read from the journal.
final class LiveRoom {

  private static final int PAGE = 1_000;
  private static final int MISSED_PAGE = 100;
  private static final int MAX_CONFLICTS = 50;

  /// Where entries are read in pages and facts are encrypted: the store's own thread, on which
  /// edits go on, never waits for either.
  private static final Executor THREADS = Thread.ofVirtual().name("room-", 0)::start;

  private final String id;
  private final JournalKeys keys;
  private final Journal journal;
  private final RoomEntryCodec codec;
  private final RoomLoader loader;
  private final InstantSource clock;
  private final RoomFanout fanout;
  private final Turns turns = new Turns();
  private final Room room = new Room();
  private String epoch = "";
  private boolean erased;

  /// How far the room is, for a look from outside of a turn.
  private volatile Position taken = new Position("", 0);

  LiveRoom(
      String id,
      JournalKeys keys,
      Journal journal,
      RoomEntryCodec codec,
      RoomLoader loader,
      InstantSource clock) {
    this.id = id;
    this.keys = keys;
    this.journal = journal;
    this.codec = codec;
    this.loader = loader;
    this.clock = clock;
    this.fanout = new RoomFanout(id, room, clock);
  }

  String id() {
    return id;
  }

  /// Decides a command and makes it durable. When the journal does not answer, all sockets are
  /// closed, rather than waiting for it one after the other.
  ///
  /// @param answer told the outcome, or that there is none because the journal did not answer,
  ///   before the room's next command is looked at; must not block
  CompletionStage<Void> execute(Wish wish, BiConsumer<Outcome, Throwable> answer) {
    return turns.take(
        () ->
            (wish.abandoned().getAsBoolean()
                    ? CompletableFuture.<Outcome>failedStage(new AbandonedException())
                    : decide(wish, 0))
                .handle(
                    (outcome, failure) -> {
                      answer.accept(outcome, failure);
                      if (failure != null && !(failure instanceof AbandonedException)) {
                        fanout.closeAll(CloseCode.STORE_UNAVAILABLE);
                      }
                      return null;
                    }));
  }

  private CompletionStage<Outcome> decide(Wish wish, int attempts) {
    if (attempts == MAX_CONFLICTS) {
      return CompletableFuture.failedStage(
          new IllegalStateException("Conflicts without end in room " + id));
    }
    Optional<Recall> forgotten = Recall.neededFor(wish.command(), room);
    if (forgotten.isPresent()) {
      return forgotten
          .get()
          .from(journal, keys, codec, THREADS)
          .thenCompose(_ -> decide(wish, attempts + 1));
    }
    return switch (RoomDecider.decide(room, wish.actor(), wish.command(), clock.instant())) {
      case Decision.Rejected(Rejection reason) ->
          catchUp().thenCompose(news -> news ? decide(wish, attempts + 1) : refuse(wish, reason));
      case Decision.Accepted accepted when accepted.entries().isEmpty() ->
          // All of an edit was found to be accepted before, so the edit itself must have been.
          wish.command() instanceof RoomCommand.EditDocument
              ? refuse(wish, Rejection.BAD_EDIT)
              : done();
      case Decision.Accepted accepted ->
          encoded(accepted, wish)
              .thenCompose(entries -> append(accepted, entries, wish))
              .thenCompose(
                  outcome ->
                      outcome == null
                          ? decide(wish, attempts + 1)
                          : CompletableFuture.completedStage(outcome));
    };
  }

  private CompletionStage<Outcome> done() {
    return CompletableFuture.completedStage(new Outcome.Done(position()));
  }

  /// Refused as it is now; it may have been accepted before.
  private CompletionStage<Outcome> refuse(Wish wish, Rejection reason) {
    return journal
        .lastAccepted(keys, wish.client())
        .thenApply(
            last -> last >= wish.n() ? new Outcome.Done(position()) : new Outcome.Refused(reason));
  }

  private CompletionStage<List<Append.Entry>> encoded(Decision.Accepted decision, Wish wish) {
    Supplier<List<Append.Entry>> encode =
        () ->
            decision.entries().stream()
                .map(entry -> codec.encode(id, entry, wish.correlationId()))
                .toList();
    boolean edits = decision.entries().stream().allMatch(RoomEntry.Edited.class::isInstance);
    return edits
        ? CompletableFuture.completedStage(encode.get())
        : CompletableFuture.supplyAsync(encode, THREADS);
  }

  /// Null: the room moved on; decide again.
  private CompletionStage<@Nullable Outcome> append(
      Decision.Accepted decision, List<Append.Entry> entries, Wish wish) {
    List<String> bumps = decision.entries().stream().flatMap(e -> e.bumps().stream()).toList();
    return journal
        .append(
            new Append(
                keys,
                room.status() == Room.Status.UNBORN,
                wish.client(),
                wish.n(),
                decision.guards(),
                bumps,
                List.of(),
                entries,
                decision.seals()))
        .thenCompose(result -> appended(decision, result));
  }

  private CompletionStage<@Nullable Outcome> appended(
      Decision.Accepted decision, AppendResult result) {
    return switch (result) {
      case AppendResult.Appended appended when appended.first() == room.sequence() + 1 -> {
        epoch = appended.epoch();
        for (int i = 0; i < decision.entries().size(); i++) {
          take(decision.entries().get(i), appended.first() + i, appended.at());
        }
        yield done().thenApply(Function.identity());
      }
      // Another instance was faster in a scope that this decision did not guard.
      case AppendResult.Appended appended -> catchUp().thenCompose(_ -> done());
      case AppendResult.Seen seen -> catchUp().thenCompose(_ -> done());
      case AppendResult.Missing missing -> {
        erase();
        yield CompletableFuture.completedStage(new Outcome.Refused(Rejection.NO_SUCH_ROOM));
      }
      case AppendResult.Conflict conflict -> catchUp().thenApply(_ -> null);
      case AppendResult.Exists exists -> catchUp().thenApply(_ -> null);
      case AppendResult.Sealed sealed -> catchUp().thenApply(_ -> null);
      case AppendResult.Taken taken -> throw new IllegalStateException("A room claims nothing");
    };
  }

  /// What another instance, or this one, published.
  CompletionStage<Void> heard(String message) {
    Position known = taken;
    if (Publication.isUpTo(message, known.epoch(), known.sequence())) {
      return CompletableFuture.completedStage(null);
    }
    return turns.take(
        () ->
            Publication.isUpTo(message, epoch, room.sequence())
                ? CompletableFuture.completedStage(null)
                : hear(Wire.json().readTree(message)));
  }

  /// An entry that is known already is skipped.
  private CompletionStage<Void> hear(JsonNode message) {
    if (message.has("signal")) {
      hear(Wire.json().treeToValue(message, Signal.class));
      return CompletableFuture.completedStage(null);
    }
    long first = message.required("first").asLong();
    if (first > room.sequence() + 1 || !message.required("epoch").asString().equals(epoch)) {
      return catchUp().thenApply(_ -> null);
    }
    JsonNode entries = message.required("entries");
    Instant at = Instant.ofEpochMilli(message.required("at").asLong());
    for (int i = 0; i < entries.size(); i++) {
      if (first + i == room.sequence() + 1) {
        take(codec.decode(entries.get(i)), first + i, at);
      }
    }
    return CompletableFuture.completedStage(null);
  }

  private void hear(Signal signal) {
    if (signal instanceof Signal.InterviewErased) {
      erase();
    } else {
      fanout.signal(signal);
    }
  }

  /// The interview is no more: nobody is shown anything of it from memory.
  private void erase() {
    erased = true;
    fanout.closeAll(CloseCode.NO_SUCH_ROOM);
  }

  /// Reads the journal up to its end.
  CompletionStage<Boolean> refresh() {
    return turns.take(this::catchUp);
  }

  /// The room could not be kept up to date: rather than showing an old one, all sockets are closed.
  void lost() {
    run(() -> fanout.closeAll(CloseCode.STORE_UNAVAILABLE));
  }

  /// Reads the state as it is now. Blocks.
  ///
  /// @param read must not keep the room
  /// @throws StoreUnavailableException when the journal does not answer
  <T> T readCurrent(Function<Room, T> read) {
    return await(turns.take(() -> catchUp().thenApply(_ -> seen(read)))).get();
  }

  /// What a reader throws is its own, and no failure of the store.
  private <T> Supplier<T> seen(Function<Room, T> read) {
    try {
      T result = read.apply(room);
      return () -> result;
    } catch (RuntimeException e) {
      return () -> {
        throw e;
      };
    }
  }

  /// A socket begins to follow the room.
  ///
  /// @param beforeReferences done before the person is shown references
  /// @return false when the person is not a member, or the room does not exist
  CompletionStage<Boolean> attach(
      Connection connection, ClientMessage.Hello hello, Runnable beforeReferences) {
    return turns.take(
        () ->
            current()
                .thenComposeAsync(
                    exists -> {
                      if (!exists || room.findMember(connection.person()).isEmpty()) {
                        return CompletableFuture.completedStage(false);
                      }
                      if (Audience.seesReferences(room, connection.person())) {
                        beforeReferences.run();
                      }
                      return begin(connection, hello).thenApply(_ -> true);
                    },
                    THREADS));
  }

  /// Whether the room exists, which a fold in memory does not prove. It is read to its end, too.
  private CompletionStage<Boolean> current() {
    CompletionStage<Optional<JournalHead>> head = journal.head(keys);
    return catchUp()
        .thenCombine(
            head,
            (_, found) -> {
              if (found.isEmpty() && room.sequence() > 0) {
                erase();
              }
              return !erased && room.sequence() > 0;
            });
  }

  private CompletionStage<Void> begin(Connection connection, ClientMessage.Hello hello) {
    Position had = hello.position();
    if (had == null
        || !had.epoch().equals(epoch)
        || had.sequence() > room.sequence()
        || had.sequence() < room.sequence() - PAGE) {
      return welcome(connection, hello);
    }
    connection.send(new ServerMessage.Resumed(position(), clock.instant()));
    connection.shown = had.sequence();
    return follow(connection, hello);
  }

  private CompletionStage<Void> welcome(Connection connection, ClientMessage.Hello hello) {
    return Recall.neededFor(hello, room)
        .from(journal, keys, codec, THREADS)
        .thenRun(() -> fanout.welcome(connection, hello, position()));
  }

  /// Shows a socket what it missed, out of the journal and no faster than it reads, until it is
  /// where the room is and follows it live.
  private CompletionStage<Void> follow(Connection connection, ClientMessage.Hello hello) {
    if (erased) {
      connection.close(CloseCode.NO_SUCH_ROOM);
    }
    if (connection.isClosing()) {
      return CompletableFuture.completedStage(null);
    }
    if (connection.shown >= room.sequence()) {
      fanout.add(connection);
      return CompletableFuture.completedStage(null);
    }
    return journal
        .read(keys, connection.shown, MISSED_PAGE)
        .thenComposeAsync(missed -> show(missed, connection, hello), THREADS);
  }

  private CompletionStage<Void> show(
      List<JournalEntry> missed, Connection connection, ClientMessage.Hello hello) {
    for (JournalEntry line : missed) {
      if (line.sequence() > room.sequence() || connection.isClosing() || connection.isBehind()) {
        break;
      }
      RoomEntry entry = codec.decode(line.json());
      if (Showing.changesView(entry, connection.person())) {
        return welcome(connection, hello);
      }
      fanout.showMissed(connection, entry, new Position(epoch, line.sequence()), line.at());
    }
    if (missed.isEmpty()) {
      connection.shown = room.sequence();
    }
    if (connection.isBehind()) {
      connection.onceItKeepsUp(() -> turns.take(() -> follow(connection, hello)));
      return CompletableFuture.completedStage(null);
    }
    return follow(connection, hello);
  }

  /// @return whether the person has no other socket here
  CompletionStage<Boolean> detach(Connection connection) {
    return turns.take(() -> CompletableFuture.completedStage(fanout.detach(connection)));
  }

  /// Tells everybody who is here when that has changed.
  void present(Set<PersonId> people) {
    run(() -> fanout.present(people));
  }

  /// Shows one socket the signals that it came too late for.
  void tell(List<Signal> signals, Connection late) {
    run(() -> signals.forEach(signal -> fanout.signal(signal, List.of(late))));
  }

  void reportProgress() {
    run(() -> fanout.reportProgress(position()));
  }

  /// Reads the state as far as it is known. Blocks for the room's turn.
  ///
  /// @param read must not keep the room
  <T> T read(Function<Room, T> read) {
    return await(turns.take(() -> CompletableFuture.completedStage(seen(read)))).get();
  }

  /// Blocks for the room's turn.
  List<Connection> connections() {
    return await(turns.take(() -> CompletableFuture.completedStage(fanout.connections())));
  }

  Position position() {
    return new Position(epoch, room.sequence());
  }

  private void run(Runnable work) {
    turns.take(
        () -> {
          work.run();
          return CompletableFuture.completedStage(null);
        });
  }

  /// @return whether there was anything new
  private CompletionStage<Boolean> catchUp() {
    long before = room.sequence();
    return load().thenCompose(_ -> readOn(before));
  }

  private CompletionStage<Void> load() {
    return epoch.isEmpty()
        ? CompletableFuture.runAsync(
            () -> epoch = loader.load(keys, room, Long.MAX_VALUE).epoch(), THREADS)
        : CompletableFuture.completedStage(null);
  }

  private CompletionStage<Boolean> readOn(long before) {
    return journal
        .read(keys, room.sequence(), PAGE)
        .thenComposeAsync(
            page -> {
              for (JournalEntry entry : page) {
                take(codec.decode(entry.json()), entry.sequence(), entry.at());
              }
              return page.size() == PAGE
                  ? readOn(before)
                  : CompletableFuture.completedStage(room.sequence() > before);
            },
            THREADS);
  }

  private void take(RoomEntry entry, long sequence, Instant at) {
    room.evolve(entry, sequence, at);
    Position position = position();
    taken = position;
    fanout.deliver(entry, position, at);
  }
}
