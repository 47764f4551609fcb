package dev.mockingbird.interview.replay;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.OLGA;
import static dev.mockingbird.interview.room.RoomFixture.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.live.Position;
import dev.mockingbird.interview.live.ServerMessage;
import dev.mockingbird.interview.live.Showing;
import dev.mockingbird.interview.room.RandomRoom;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomEntry;
import dev.mockingbird.interview.room.RoomEntryCodec;
import dev.mockingbird.interview.room.RoomFixture;
import dev.mockingbird.interview.room.RoomFold;
import dev.mockingbird.interview.room.RoomSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

/// A timeline out of a snapshot is the one that a fold of the whole journal gives.
class TimelineFoldTest {

  static final List<PersonId> PEOPLE = List.of(IVAN, CHEN, OLGA);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RoomEntryCodec codec = RoomFixture.codec();
  private final List<JournalEntry> journal = new RandomRoom(11, 700).ended().journal();

  @ParameterizedTest
  @FieldSource("PEOPLE")
  void tellsEverybodyWhatTheyAreShownEntryByEntry(PersonId person) {
    List<Landmark> landmarks = new ArrayList<>();
    int edits = 0;
    Room room = new Room();
    for (JournalEntry line : journal) {
      RoomEntry entry = codec.decode(line.json());
      room.evolve(entry, line.sequence(), line.at());
      Position position = new Position("e", line.sequence());
      ServerMessage shown =
          room.findMember(person)
              .flatMap(it -> Showing.entry(room, it, entry, position, line.at()))
              .orElse(null);
      if (shown instanceof ServerMessage.DocumentEdited) {
        edits++;
      } else if (shown instanceof ServerMessage.Entry it) {
        Landmark.of(it).ifPresent(landmarks::add);
      }
    }

    Timeline timeline = timeline(person);

    assertThat(timeline.landmarks()).isEqualTo(landmarks);
    assertThat(timeline.activity()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    assertThat(timeline.activity()).extracting("at").doesNotHaveDuplicates();
    assertThat(timeline.activity().stream().mapToInt(Timeline.Activity::edits).sum())
        .isEqualTo(edits);
    assertThat(timeline.startedAt()).isEqualTo(room.startedAt()).isNotNull();
    assertThat(timeline.endedAt()).isEqualTo(room.endedAt()).isNotNull();
    assertThat(timeline.last()).isEqualTo(journal.size());
  }

  @Test
  void keyPointsAreForStaffAlone() {
    assertThat(keyPoints(IVAN)).isNotEmpty().isEqualTo(keyPoints(OLGA));
    assertThat(keyPoints(IVAN))
        .allSatisfy(
            it -> {
              assertThat(it.question()).isBetween(1, 2);
              assertThat(it.index()).isZero();
            });
    assertThat(keyPoints(CHEN)).isEmpty();
  }

  @Test
  void whoIsNoMemberInTheEndIsToldNothing() {
    assertThat(TimelineFold.of(snapshot(), codec, STRANGER, true)).isEmpty();
  }

  @Test
  void whoComesLateBeginsWhereTheyCameIn() {
    Room room = new Room();
    for (JournalEntry line : journal.subList(0, 10)) {
      RoomEntry entry = codec.decode(line.json());
      room.evolve(entry, line.sequence(), line.at());
      for (PersonId person : PEOPLE) {
        if (room.findMember(person).isEmpty()) {
          assertThat(Arrival.after(line.sequence(), person, snapshot(), codec))
              .isEqualTo(Math.max(line.sequence() + 1, PEOPLE.indexOf(person) + 2));
        }
      }
    }
    assertThat(Arrival.after(3, STRANGER, snapshot(), codec)).isEqualTo(journal.size());
  }

  private List<Landmark> keyPoints(PersonId person) {
    return timeline(person).landmarks().stream()
        .filter(it -> it.type().equals("key-point-ticked"))
        .toList();
  }

  private Timeline timeline(PersonId person) {
    return TimelineFold.of(snapshot(), codec, person, true).orElseThrow();
  }

  /// Made on the way from one that was kept, as those of long rooms are.
  private RoomSnapshot snapshot() {
    RoomFold first = new RoomFold(codec);
    journal.subList(0, 400).forEach(first::take);
    RoomSnapshot kept =
        JSON.readValue(JSON.writeValueAsString(first.snapshot("e")), RoomSnapshot.class);
    RoomFold fold = new RoomFold(codec, kept);
    journal.subList(400, journal.size()).forEach(fold::take);
    return fold.snapshot("e");
  }
}
