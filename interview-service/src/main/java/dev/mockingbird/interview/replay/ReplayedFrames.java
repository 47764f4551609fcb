package dev.mockingbird.interview.replay;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.live.RoomReader;
import dev.mockingbird.interview.live.ServerMessage;
import dev.mockingbird.interview.live.Showing;
import dev.mockingbird.interview.live.Wire;
import dev.mockingbird.interview.room.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.util.RawValue;

/// Collects what one person is shown along a reader, until it is enough for one answer.
final class ReplayedFrames {

  private static final int ENOUGH_CHARS = 4 * 1024 * 1024;

  private final String interview;
  private final PersonId person;
  private final RoomReader reader;
  private final List<RawValue> encoded = new ArrayList<>();
  private int chars;

  ReplayedFrames(String interview, PersonId person, RoomReader reader) {
    this.interview = interview;
    this.person = person;
    this.reader = reader;
  }

  /// Shows the room as it is.
  void begin() {
    viewer()
        .ifPresent(
            member ->
                add(
                    Showing.welcome(
                        interview,
                        reader.room(),
                        member,
                        reader.position(),
                        reader.at(),
                        Map.of())));
    chars = 0;
  }

  void goOn(long upTo) {
    boolean more = true;
    while (more && chars < ENOUGH_CHARS) {
      Optional<RoomReader.Taken> taken = reader.next(upTo);
      taken.ifPresent(this::show);
      more = taken.isPresent();
    }
  }

  private void show(RoomReader.Taken taken) {
    viewer()
        .flatMap(
            member ->
                Showing.of(
                    interview,
                    reader.room(),
                    member,
                    taken.entry(),
                    taken.position(),
                    taken.at(),
                    taken.at()))
        .ifPresent(this::add);
  }

  private Optional<Member> viewer() {
    return reader.room().findMember(person);
  }

  private void add(ServerMessage frame) {
    String json = Wire.write(frame);
    chars += json.length();
    encoded.add(new RawValue(json));
  }

  List<RawValue> encoded() {
    return encoded;
  }
}
