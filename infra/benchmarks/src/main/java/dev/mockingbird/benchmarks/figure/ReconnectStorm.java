package dev.mockingbird.benchmarks.figure;

import dev.mockingbird.benchmarks.load.Arrival;
import dev.mockingbird.benchmarks.load.Party;
import dev.mockingbird.benchmarks.stage.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Everybody is cut off and comes back in the same moment, with the position they had: once to a
/// service that has run all the time, once to one that was killed and has just started.
record ReconnectStorm(int number, int rooms, Bound bound) implements Figure {

  private static final Duration LIMIT = Duration.ofSeconds(120);

  @Override
  public List<Line> measure(Stage stage, Turns turns) throws IOException {
    Party party = stage.service(rooms);
    party.cutAll();
    Arrival cut = party.connect(rooms, 2 * rooms, LIMIT);
    party.cutAll();
    stage.serviceProcess().killAndStart();
    Arrival killed = party.connect(rooms, 2 * rooms, LIMIT);
    return List.of(
        line("%,d reconnects to a service that was killed", killed, bound),
        line("%,d reconnects after all were cut", cut, null));
  }

  private Line line(String what, Arrival arrival, @org.jspecify.annotations.Nullable Bound limit) {
    return new Line(
        number,
        what.formatted(2 * rooms),
        arrival.seconds(),
        "s",
        limit,
        String.format(
            Locale.ROOT,
            "half of them within %.1f s, %d attempts lost",
            arrival.each().p50() / 1_000,
            arrival.attemptsLost()),
        "");
  }
}
