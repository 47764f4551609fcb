package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.MEI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomEntry;
import dev.mockingbird.interview.room.RoomEntryCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// One random interview with a bit of everything, frame by frame as three people are told it, and
/// what they then see. The web page folds the same file (`told.test.ts`), so that page and service
/// agree on what an interview looks like. `-Dgolden.write` writes it.
class ToldInterviewTest {

  private static final Path TOLD = Path.of("src/test/resources/told-interview.json");
  private static final int STEPS = 300;

  private final RoomEntryCodec codec =
      new RoomEntryCodec(
          new EventCodec(
              "default", interview -> Optional.of(new SecretKeySpec(new byte[32], "AES"))));

  private record Told(List<ServerMessage> frames, RoomView room) {}

  @Test
  void whatThePageFoldsIsWhatTheServiceTells() throws IOException {
    ModelJournal journal = interviewWithABitOfEverything();
    String written =
        Stream.of(IVAN, CHEN, MEI)
            .map(person -> json(person, told(journal, person)))
            .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    if (System.getProperty("golden.write") != null) {
      Files.writeString(TOLD, written);
    }

    assertThat(Files.readString(TOLD)).isEqualTo(written);
  }

  private ModelJournal interviewWithABitOfEverything() {
    for (int seed = 0; ; seed++) {
      RandomInterview interview = new RandomInterview(codec, new Random(seed));
      interview.play(STEPS);
      interview.settle();
      if (kinds(interview.journal).containsAll(Wire.cases(ServerMessage.Entry.class))) {
        return interview.journal;
      }
    }
  }

  private Set<Class<?>> kinds(ModelJournal journal) {
    return told(journal, IVAN).frames().stream().map(Object::getClass).collect(Collectors.toSet());
  }

  private Told told(ModelJournal journal, PersonId person) {
    Room room = new Room();
    List<ServerMessage> frames = new ArrayList<>();
    for (ModelJournal.Line line : journal.after(0)) {
      RoomEntry entry = codec.decode(line.json());
      room.evolve(entry, room.sequence() + 1, line.at());
      Position position = new Position("e", room.sequence());
      room.findMember(person)
          .flatMap(
              member -> Showing.of("i", room, member, entry, position, line.at(), Instant.EPOCH))
          .ifPresent(frames::add);
    }
    return new Told(frames, RoomView.of("i", room, room.findMember(person).orElseThrow()));
  }

  private static String json(PersonId person, Told told) {
    return told.frames().stream()
        .map(Wire::write)
        .collect(
            Collectors.joining(
                ",\n",
                "{\"person\":\"" + person + "\",\"frames\":[\n",
                "\n],\"room\":" + Wire.json().writeValueAsString(told.room()) + "}"));
  }
}
