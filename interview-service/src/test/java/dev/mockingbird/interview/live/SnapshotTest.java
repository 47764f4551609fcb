package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.interview.room.RandomRoom;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomEntryCodec;
import dev.mockingbird.interview.room.RoomFixture;
import dev.mockingbird.interview.room.RoomFold;
import dev.mockingbird.interview.room.RoomSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A snapshot is a view: a room is the same with it and without it, for everybody, at every
/// position.
class SnapshotTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RoomEntryCodec codec = RoomFixture.codec();
  private final List<JournalEntry> journal = new RandomRoom(7, 110).ended().journal();

  @Test
  void aRoomIsTheSameFromASnapshotAtEveryPosition() {
    RoomFold fold = new RoomFold(codec);
    Room folded = new Room();
    for (JournalEntry entry : journal) {
      fold.take(entry);
      folded.evolve(codec.decode(entry.json()), entry.sequence(), entry.at());
      RoomSnapshot snapshot = read(write(fold.snapshot("e")));
      assertThat(views(snapshot.restore(codec)))
          .as("at %d", entry.sequence())
          .isEqualTo(views(folded));
      assertThat(new RoomFold(codec, snapshot).snapshot("e")).isEqualTo(snapshot);
    }
  }

  @Test
  void aRoomGoesOnTheSameFromASnapshot() {
    List<String> every = viewsAlong(new Room(), 0);
    RoomFold fold = new RoomFold(codec);
    for (JournalEntry entry : journal) {
      fold.take(entry);
      if (entry.sequence() % 31 == 0) {
        Room room = read(write(fold.snapshot("e"))).restore(codec);
        int from = (int) entry.sequence();
        assertThat(viewsAlong(room, from)).isEqualTo(every.subList(from, every.size()));
      }
    }
  }

  private List<String> viewsAlong(Room room, int from) {
    List<String> views = new ArrayList<>();
    for (JournalEntry entry : journal.subList(from, journal.size())) {
      room.evolve(codec.decode(entry.json()), entry.sequence(), entry.at());
      views.add(views(room));
    }
    return views;
  }

  private static String views(Room room) {
    return Stream.of(RoomFixture.IVAN, RoomFixture.CHEN, RoomFixture.OLGA)
        .map(
            person ->
                room.findMember(person)
                    .map(it -> Wire.write(RoomView.of("i-1", room, it)))
                    .orElse(""))
        .toList()
        .toString();
  }

  private static String write(RoomSnapshot snapshot) {
    return JSON.writeValueAsString(snapshot);
  }

  private static RoomSnapshot read(String json) {
    return JSON.readValue(json, RoomSnapshot.class);
  }
}
