package dev.mockingbird.interview.room;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.edit;
import static dev.mockingbird.interview.room.RoomFixture.insert;
import static dev.mockingbird.interview.room.RoomFixture.liveRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.DurableProducer;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.Questions;
import dev.mockingbird.events.RoomEvent.EndReason;
import dev.mockingbird.events.StaffMaterial;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The fullest room there can be still fits into Kafka's records, encrypted and in Base64.
class RecordSizeTest {

  private static final int EDIT = 64 * 1024;

  private final RoomEntryCodec codec =
      new RoomEntryCodec(
          new EventCodec(
              "default", interview -> Optional.of(new SecretKeySpec(new byte[32], "AES"))));

  /// What JSON writes in six bytes, in three, and in one.
  @ParameterizedTest
  @ValueSource(strings = {"\u0001", "字", "x"})
  void theEndOfTheFullestRoomIsFarFromTheLargestRecord(String unit) {
    RoomFixture room = liveRoom();
    RoomCommand.PlanQuestion longest = withBody(unit.repeat(Questions.LONGEST - 100));
    while (room.decide(IVAN, longest) instanceof Decision.Accepted) {
      room.after(IVAN, longest);
    }
    for (int question = 1; question <= room.room().plan().size(); question++) {
      room.after(IVAN, new RoomCommand.AskQuestion(question - 1));
    }
    for (int question = 1; question <= 4; question++) {
      fill(room, "q" + question + ":text", unit);
    }

    assertThat(largest(room, new RoomCommand.EndRoom(EndReason.OVERTIME)))
        .isGreaterThan(2 * 1024 * 1024)
        .isLessThan(DurableProducer.LARGEST_RECORD * 3 / 4);
  }

  @Test
  void theLongestAnswerIsFarFromTheLargestRecord() {
    RoomFixture room = liveRoom().after(IVAN, withBody("\u0001".repeat(Questions.LONGEST - 100)));
    room.after(IVAN, new RoomCommand.AskQuestion(2));
    fill(room, "q1:text", "\u0001");

    assertThat(largest(room, new RoomCommand.SubmitAnswer(1, "q1:text", 4)))
        .isLessThan(DurableProducer.LARGEST_RECORD / 8);
  }

  private static RoomCommand.PlanQuestion withBody(String body) {
    QuestionSnapshot few = RoomFixture.question("long");
    return new RoomCommand.PlanQuestion(
        new QuestionSnapshot(
            few.id(),
            few.version(),
            few.language(),
            few.topic(),
            few.title(),
            body,
            few.difficulty(),
            few.minutes(),
            few.tags()),
        StaffMaterial.NONE);
  }

  /// 256 KB, the longest that a document may be.
  private static void fill(RoomFixture room, String document, String unit) {
    for (int i = 0; i < 4; i++) {
      room.after(CHEN, edit(document, i, insert(i * EDIT, unit.repeat(EDIT), "c")));
    }
  }

  private int largest(RoomFixture room, RoomCommand command) {
    return ((Decision.Accepted) room.decide(PersonId.SYSTEM, command))
        .entries().stream()
            .map(entry -> ((Append.Fact) codec.encode("i", entry, "c")).envelope())
            .mapToInt(envelope -> envelope.getBytes(StandardCharsets.UTF_8).length)
            .max()
            .orElseThrow();
  }
}
