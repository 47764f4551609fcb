package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.room.Decision;
import dev.mockingbird.interview.room.Member;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomCommand;
import dev.mockingbird.interview.room.RoomDecider;
import dev.mockingbird.interview.room.RoomEntry;
import dev.mockingbird.interview.room.RoomEntryCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One instance's fold of a [ModelJournal], and a page that follows it: decide, append, evolve,
/// show, as `LiveRoom` and `RoomFanout` do over Redis and sockets.
final class RoomInstance {

  private static final String INTERVIEW = "i";
  private static final Instant NEVER = Instant.EPOCH;

  private final ModelJournal journal;
  private final RoomEntryCodec codec;
  private final Room room = new Room();
  private @Nullable PersonId viewer;
  private FoldedFrames page = new FoldedFrames();

  RoomInstance(ModelJournal journal, RoomEntryCodec codec) {
    this.journal = journal;
    this.codec = codec;
  }

  Room room() {
    return room;
  }

  /// @return whether it is so now; false: refused
  boolean execute(PersonId actor, RoomCommand command, String client, long n, Instant now) {
    while (true) {
      switch (RoomDecider.decide(room, actor, command, now)) {
        case Decision.Rejected rejected -> {
          if (!catchUp()) {
            return journal.lastAccepted(client) >= n;
          }
        }
        case Decision.Accepted accepted when accepted.entries().isEmpty() -> {
          return true;
        }
        case Decision.Accepted accepted -> {
          switch (append(accepted, client, n, now)) {
            case APPENDED, SEEN -> {
              catchUp();
              return true;
            }
            case CONFLICT, SEALED -> catchUp();
          }
        }
      }
    }
  }

  private ModelJournal.Result append(
      Decision.Accepted decision, String client, long n, Instant now) {
    List<Append.Entry> entries =
        decision.entries().stream().map(entry -> codec.encode(INTERVIEW, entry, "c")).toList();
    return journal.append(
        client,
        n,
        decision.guards(),
        decision.entries().stream().flatMap(entry -> entry.bumps().stream()).toList(),
        entries.stream().map(Append.Entry::json).toList(),
        decision.seals(),
        now);
  }

  /// @return whether there was anything new
  boolean catchUp() {
    List<ModelJournal.Line> news = journal.after(room.sequence());
    for (ModelJournal.Line line : news) {
      RoomEntry entry = codec.decode(line.json());
      room.evolve(entry, room.sequence() + 1, line.at());
      show(entry, line.at());
    }
    return !news.isEmpty();
  }

  /// A page opens, or comes back after its socket was cut.
  ///
  /// @param had the fold of a page that saw everything up to `sequence`; null: a new page
  void open(PersonId person, @Nullable FoldedFrames had, long sequence) {
    catchUp();
    Optional<Member> member = room.findMember(person);
    if (member.isEmpty()) {
      viewer = null;
      return;
    }
    viewer = person;
    List<ModelJournal.Line> missed = journal.after(sequence);
    if (had == null
        || missed.stream()
            .anyMatch(line -> Showing.changesView(codec.decode(line.json()), person))) {
      hear(Showing.welcome(INTERVIEW, room, member.get(), position(), NEVER, Map.of()));
      return;
    }
    page = had;
    for (int i = 0; i < missed.size(); i++) {
      Position position = new Position("e", sequence + i + 1);
      RoomEntry entry = codec.decode(missed.get(i).json());
      Showing.entry(room, member.get(), entry, position, missed.get(i).at()).ifPresent(this::hear);
    }
  }

  Optional<PersonId> viewer() {
    return Optional.ofNullable(viewer);
  }

  FoldedFrames page() {
    return page;
  }

  void cut() {
    viewer = null;
  }

  private void show(RoomEntry entry, Instant at) {
    PersonId person = viewer;
    if (person == null) {
      return;
    }
    Optional<Member> member = room.findMember(person);
    if (member.isEmpty()) {
      viewer = null;
    } else {
      Showing.of(INTERVIEW, room, member.get(), entry, position(), at, NEVER).ifPresent(this::hear);
    }
  }

  /// A welcome is the whole room, whatever the page had.
  private void hear(ServerMessage message) {
    if (message instanceof ServerMessage.Welcome) {
      page = new FoldedFrames();
    }
    page.hear(message);
  }

  private Position position() {
    return new Position("e", room.sequence());
  }
}
