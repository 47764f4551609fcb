package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.live.Patience.await;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalEntry;
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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One room as this instance knows it: its fold, and the sockets that follow it.
///
/// Load, decide, append, evolve, deliver happen under one lock, so that every socket sees the
/// journal's order. Another instance's appends arrive through [#heard]; any gap is read from the
/// journal.
final class LiveRoom {

  private static final int PAGE = 1_000;
  private static final int MAX_CONFLICTS = 50;

  private final String id;
  private final JournalKeys keys;
  private final Journal journal;
  private final RoomEntryCodec codec;
  private final RoomLoader loader;
  private final InstantSource clock;
  private final RoomFanout fanout;
  private final ReentrantLock lock = new ReentrantLock();
  private final Room room = new Room();
  private String epoch = "";
  private boolean erased;

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

  /// Decides a command and makes it durable. Blocks until it is on disk or refused.
  ///
  /// @throws StoreUnavailableException when the journal does not answer
  Outcome execute(
      PersonId actor, RoomCommand command, String client, long n, String correlationId) {
    return locked(
        () -> {
          for (int attempt = 0; attempt < MAX_CONFLICTS; attempt++) {
            switch (RoomDecider.decide(room, actor, command, clock.instant())) {
              case Decision.Rejected(Rejection reason) -> {
                if (!catchUp()) {
                  return await(journal.lastAccepted(keys, client)) >= n
                      ? new Outcome.Done(position())
                      : new Outcome.Refused(reason);
                }
              }
              case Decision.Accepted accepted when accepted.entries().isEmpty() -> {
                return new Outcome.Done(position());
              }
              case Decision.Accepted accepted -> {
                Outcome outcome = append(accepted, client, n, correlationId);
                if (outcome != null) {
                  return outcome;
                }
              }
            }
          }
          throw new StoreUnavailableException(
              new IllegalStateException("Conflicts without end in room " + id));
        });
  }

  /// Null: the room moved on; decide again.
  private @Nullable Outcome append(
      Decision.Accepted decision, String client, long n, String correlationId) {
    List<Append.Entry> entries =
        decision.entries().stream().map(entry -> codec.encode(id, entry, correlationId)).toList();
    List<String> bumps = decision.entries().stream().flatMap(e -> e.bumps().stream()).toList();
    boolean birth = room.status() == Room.Status.UNBORN;
    AppendResult result =
        await(
            journal.append(
                new Append(
                    keys,
                    birth,
                    client,
                    n,
                    decision.guards(),
                    bumps,
                    List.of(),
                    entries,
                    decision.seals())));
    return switch (result) {
      case AppendResult.Appended appended -> {
        if (appended.first() == room.sequence() + 1) {
          epoch = appended.epoch();
          for (int i = 0; i < entries.size(); i++) {
            take(decision.entries().get(i), appended.first() + i, appended.at());
          }
        } else {
          // Another instance was faster in a scope that this decision did not guard.
          catchUp();
        }
        yield new Outcome.Done(position());
      }
      case AppendResult.Seen seen -> {
        catchUp();
        yield new Outcome.Done(position());
      }
      case AppendResult.Missing missing -> {
        erase();
        yield new Outcome.Refused(Rejection.NO_SUCH_ROOM);
      }
      case AppendResult.Conflict conflict -> readOn();
      case AppendResult.Exists exists -> readOn();
      case AppendResult.Sealed sealed -> readOn();
      case AppendResult.Taken taken -> throw new IllegalStateException("A room claims nothing");
    };
  }

  private @Nullable Outcome readOn() {
    catchUp();
    return null;
  }

  /// What another instance, or this one, published. An entry that is known already is skipped.
  void heard(JsonNode message) {
    run(
        () -> {
          if (message.has("signal")) {
            hear(Wire.json().treeToValue(message, Signal.class));
            return;
          }
          long first = message.required("first").asLong();
          JsonNode entries = message.required("entries");
          if (first > room.sequence() + 1 || !message.required("epoch").asString().equals(epoch)) {
            catchUp();
            return;
          }
          Instant at = Instant.ofEpochMilli(message.required("at").asLong());
          for (int i = 0; i < entries.size(); i++) {
            if (first + i == room.sequence() + 1) {
              take(codec.decode(entries.get(i)), first + i, at);
            }
          }
        });
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
  ///
  /// @return whether there was anything new
  boolean refresh() {
    return locked(this::catchUp);
  }

  /// A socket begins to follow the room.
  ///
  /// @return false when the person is not a member, or the room does not exist
  boolean attach(Connection connection, ClientMessage.Hello hello) {
    return locked(
        () -> {
          catchUp();
          if (room.sequence() > 0 && await(journal.head(keys)).isEmpty()) {
            erase();
          }
          return !erased && fanout.attach(connection, hello, position(), missed(hello.position()));
        });
  }

  /// Empty when the page has no position, one of another epoch, or one too far back.
  private Optional<List<RoomFanout.Missed>> missed(@Nullable Position had) {
    if (had == null
        || !had.epoch().equals(epoch)
        || had.sequence() > room.sequence()
        || had.sequence() < room.sequence() - PAGE) {
      return Optional.empty();
    }
    return Optional.of(
        await(journal.read(keys, had.sequence(), PAGE)).stream()
            .filter(entry -> entry.sequence() <= room.sequence())
            .map(
                entry ->
                    new RoomFanout.Missed(
                        codec.decode(entry.json()),
                        new Position(epoch, entry.sequence()),
                        entry.at()))
            .toList());
  }

  /// @return whether the person has no other socket here
  boolean detach(Connection connection) {
    return locked(() -> fanout.detach(connection));
  }

  void broadcast(ServerMessage message) {
    run(() -> fanout.broadcast(message));
  }

  /// Shows one socket the signals that it came too late for.
  void tell(List<Signal> signals, Connection late) {
    run(() -> signals.forEach(signal -> fanout.signal(signal, List.of(late))));
  }

  void reportProgress() {
    run(() -> fanout.reportProgress(position()));
  }

  /// Reads the state; `read` must not keep it.
  <T> T read(Function<Room, T> read) {
    return locked(() -> read.apply(room));
  }

  List<Connection> connections() {
    return locked(fanout::connections);
  }

  Position position() {
    return new Position(epoch, room.sequence());
  }

  private boolean catchUp() {
    long before = room.sequence();
    if (epoch.isEmpty()) {
      epoch = loader.load(keys, room, Long.MAX_VALUE).epoch();
    }
    List<JournalEntry> page;
    do {
      page = await(journal.read(keys, room.sequence(), PAGE));
      for (JournalEntry entry : page) {
        take(codec.decode(entry.json()), entry.sequence(), entry.at());
      }
    } while (page.size() == PAGE);
    return room.sequence() > before;
  }

  private void take(RoomEntry entry, long sequence, Instant at) {
    room.evolve(entry, sequence, at);
    fanout.deliver(entry, position(), at);
  }

  private void run(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
