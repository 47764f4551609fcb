package dev.mockingbird.benchmarks.figure;

import dev.mockingbird.benchmarks.load.Arrival;
import dev.mockingbird.benchmarks.load.Party;
import dev.mockingbird.benchmarks.load.Role;
import dev.mockingbird.benchmarks.load.Violations;
import dev.mockingbird.benchmarks.stage.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Readers lose the network for a while in which their rooms are typed in, and come back a few at a
/// time. From the first packet until everything missed is there, each change once.
record ResumeAfterOffline(int number, int rooms, Duration offline, Bound bound) implements Figure {

  private static final int AT_ONCE = 4;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final List<Role> READERS = List.of(Role.READER);

  @Override
  public List<Line> measure(Stage stage, Turns turns) throws IOException {
    Party party = stage.service(rooms);
    double rate = turns.plan().rate();
    turns.warm(party, rooms, rate);
    Arrival back;
    party.startTyping(rooms, rate);
    try {
      party.cut(rooms, READERS);
      Party.pause(offline);
      back = party.connect(rooms, READERS, AT_ONCE, LIMIT);
    } finally {
      party.stopTyping();
    }
    Violations violations = party.settle();
    return List.of(
        new Line(
            number,
            "resume after %d s offline, p99".formatted(offline.toSeconds()),
            back.each().p99(),
            "ms",
            bound,
            String.format(
                Locale.ROOT,
                "p50 %.1f ms; %,d rooms go on at %s changes/s each",
                back.each().p50(),
                rooms,
                rate),
            violations.isEmpty() ? "" : violations.toString()));
  }
}
