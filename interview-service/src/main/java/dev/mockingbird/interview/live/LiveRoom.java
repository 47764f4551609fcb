package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.live.Patience.await;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.Journal;
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

/// One room as this instance knows it: its [RoomFold], and the sockets that follow it.
///
/// Load, decide, append, evolve, deliver happen in one turn after the other, so that every socket
/// sees the journal's order. No thread waits meanwhile. Another instance's appends arrive through
/// [#heard]; any gap is read from the journal.
final class LiveRoom {

  private static final int MAX_CONFLICTS = 50;

  /// Where entries are read in pages and facts are encrypted: the store's own thread, on which
  /// edits go on, never waits for either.
  private static final Executor THREADS = Thread.ofVirtual().name("room-", 0)::start;

  private final String id;
  private final JournalKeys keys;
  private final Journal journal;
  private final RoomEntryCodec codec;
  private final InstantSource clock;
  private final RoomFanout fanout;
  private final Turns turns = new Turns();
  private final RoomFold fold;
  private final Room room;

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
    this.clock = clock;
    this.fold = new RoomFold(keys, journal, codec, loader, THREADS);
    this.room = fold.room();
    this.fanout = new RoomFanout(id, room, clock);
    fold.tell(fanout::deliver);
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
            CompletableFuture.completedStage(wish)
                .thenCompose(this::begin)
                .handle(
                    (outcome, failure) -> {
                      answer.accept(outcome, failure);
                      if (failure != null && !AbandonedException.is(failure)) {
                        fanout.closeAll(CloseCode.STORE_UNAVAILABLE);
                      }
                      return null;
                    }));
  }

  private CompletionStage<Outcome> begin(Wish wish) {
    return wish.abandoned().getAsBoolean()
        ? CompletableFuture.failedStage(new AbandonedException())
        : decide(wish, 0);
  }

  private CompletionStage<Outcome> decide(Wish wish, int attempts) {
    if (attempts == MAX_CONFLICTS) {
      return CompletableFuture.failedStage(
          new IllegalStateException("Conflicts without end in room " + id));
    }
    Optional<Recall> forgotten = Recall.neededFor(wish.command(), room);
    if (forgotten.isPresent()) {
      return forgotten.get().from(fold).thenCompose(_ -> decide(wish, attempts + 1));
    }
    return switch (RoomDecider.decide(room, wish.actor(), wish.command(), clock.instant())) {
      case Decision.Rejected(Rejection reason) ->
          fold.catchUp()
              .thenCompose(news -> news ? decide(wish, attempts + 1) : refuse(wish, reason));
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
        for (int i = 0; i < decision.entries().size(); i++) {
          long sequence = appended.first() + i;
          fold.take(decision.entries().get(i), appended.epoch(), sequence, appended.at());
        }
        yield done().thenApply(Function.identity());
      }
      // Another instance was faster in a scope that this decision did not guard.
      case AppendResult.Appended appended -> fold.catchUp().thenCompose(_ -> done());
      case AppendResult.Seen seen -> fold.catchUp().thenCompose(_ -> done());
      case AppendResult.Missing missing -> {
        erase();
        yield CompletableFuture.completedStage(new Outcome.Refused(Rejection.NO_SUCH_ROOM));
      }
      case AppendResult.Conflict conflict -> fold.catchUp().thenApply(_ -> null);
      case AppendResult.Exists exists -> fold.catchUp().thenApply(_ -> null);
      case AppendResult.Sealed sealed -> fold.catchUp().thenApply(_ -> null);
      case AppendResult.Taken taken -> throw new IllegalStateException("A room claims nothing");
    };
  }

  /// What another instance, or this one, published.
  CompletionStage<Void> heard(String message) {
    Position known = fold.taken();
    if (Publication.isUpTo(message, known.epoch(), known.sequence())) {
      return CompletableFuture.completedStage(null);
    }
    return turns.take(
        () ->
            Publication.isUpTo(message, fold.position().epoch(), room.sequence())
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
    String epoch = message.required("epoch").asString();
    if (first > room.sequence() + 1 || !epoch.equals(fold.position().epoch())) {
      return fold.catchUp().thenApply(_ -> null);
    }
    JsonNode entries = message.required("entries");
    Instant at = Instant.ofEpochMilli(message.required("at").asLong());
    for (int i = 0; i < entries.size(); i++) {
      if (first + i == room.sequence() + 1) {
        fold.take(codec.decode(entries.get(i)), epoch, first + i, at);
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
    fold.erase();
    fanout.closeAll(CloseCode.NO_SUCH_ROOM);
  }

  /// Reads the journal up to its end.
  CompletionStage<Boolean> refresh() {
    return turns.take(fold::catchUp);
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
    return await(turns.take(() -> fold.catchUp().thenApply(_ -> seen(read)))).get();
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
            fold.exists()
                .thenComposeAsync(
                    exists -> {
                      if (fold.isErased()) {
                        fanout.closeAll(CloseCode.NO_SUCH_ROOM);
                      }
                      if (!exists || room.findMember(connection.person()).isEmpty()) {
                        return CompletableFuture.completedStage(false);
                      }
                      if (Audience.seesReferences(room, connection.person())) {
                        beforeReferences.run();
                      }
                      return new Entrance(connection, hello, fold, fanout, turns, clock)
                          .begin()
                          .thenApply(_ -> true);
                    },
                    THREADS));
  }

  /// @return whether the person has no other socket here
  CompletionStage<Boolean> detach(Connection connection) {
    return turns.take(() -> CompletableFuture.completedStage(fanout.detach(connection)));
  }

  /// Tells everybody who is here when that has changed.
  void present(Set<PersonId> people) {
    run(() -> fanout.present(people));
  }

  /// Shows everybody what is new in these.
  void tell(List<Signal.AnswerGraded> scores) {
    run(() -> scores.forEach(fanout::signal));
  }

  /// The same, and one socket all that it came too late for.
  void tell(List<Signal.AnswerGraded> scores, Connection late) {
    tell(scores);
    run(() -> fanout.showScores(late));
  }

  void reportProgress() {
    run(() -> fanout.reportProgress(position()));
  }

  /// Reads the state as far as it is known, in the room's turn.
  ///
  /// @param read must not keep the room
  <T> CompletionStage<T> look(Function<Room, T> read) {
    return turns.take(() -> CompletableFuture.completedStage(read.apply(room)));
  }

  /// Blocks for the room's turn.
  List<Connection> connections() {
    return await(turns.take(() -> CompletableFuture.completedStage(fanout.connections())));
  }

  Position position() {
    return fold.position();
  }

  private void run(Runnable work) {
    turns.take(
        () -> {
          work.run();
          return CompletableFuture.completedStage(null);
        });
  }
}
