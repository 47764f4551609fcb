package dev.mockingbird.benchmarks.figure;

import static dev.mockingbird.benchmarks.figure.Contestants.FLOOR;
import static dev.mockingbird.benchmarks.figure.Contestants.SERVICE;

import dev.mockingbird.benchmarks.load.Party;
import dev.mockingbird.benchmarks.stage.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// From one person's keystroke to the other's screen, on disk in between, in relays' times.
record UpdateLatency(int number, int rooms, double percentile, Bound bound) implements Figure {

  @Override
  public List<Line> measure(Stage stage, Turns turns) throws IOException {
    List<Party> parties = Contestants.on(stage, rooms);
    Comparison passes = turns.take(parties, rooms, turns.plan().rate());
    List<Line> lines = new ArrayList<>();
    lines.add(line(passes, SERVICE, bound));
    Contestants.others(parties).forEach(other -> lines.add(line(passes, other, null)));
    return lines;
  }

  private Line line(
      Comparison passes, String server, @org.jspecify.annotations.Nullable Bound limit) {
    String what =
        "update to peer p%.0f, %,d rooms%s"
            .formatted(percentile, rooms, server.equals(SERVICE) ? "" : ", " + server);
    String detail =
        String.format(
            Locale.ROOT,
            "relay %.2f ms, %s %.2f ms",
            passes.latencies(FLOOR).millis(percentile),
            server,
            passes.latencies(server).millis(percentile));
    double ratio = passes.ratio(server, FLOOR, pass -> pass.fromSent().millis(percentile));
    return new Line(number, what, ratio, "x", limit, detail, passes.doubt());
  }
}
