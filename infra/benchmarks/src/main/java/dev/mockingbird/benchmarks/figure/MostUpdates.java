package dev.mockingbird.benchmarks.figure;

import dev.mockingbird.benchmarks.load.Party;
import dev.mockingbird.benchmarks.load.Pass;
import dev.mockingbird.benchmarks.stage.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How many durable updates a second one core takes, Redis included, before they come late. The
/// rate is raised step by step until they do, and then halfway down again.
record MostUpdates(int number, int rooms, Bound bound) implements Figure {

  private static final double LATE_MILLIS = 50;
  private static final double FIRST = 2_000;
  private static final double STEP = 1.25;

  /// A socket may send 30 messages a second, and keystrokes are irregular.
  private static final int HIGHEST_PER_ROOM = 24;

  private static final Duration MEASURED = Duration.ofSeconds(4);

  @Override
  public List<Line> measure(Stage stage, Turns turns) throws IOException {
    Party service = stage.service(rooms);
    turns.warm(service, rooms, turns.plan().rate());
    double highest = (double) rooms * HIGHEST_PER_ROOM;
    Pass best = null;
    double rate = FIRST;
    while (rate <= highest) {
      Pass pass = inTime(turns, service, rate);
      if (pass == null) {
        pass = inTime(turns, service, best == null ? rate / 2 : rate * (1 + 1 / STEP) / 2);
        return List.of(line(pass == null ? best : pass));
      }
      best = pass;
      rate *= STEP;
    }
    return List.of(line(best));
  }

  /// Null when they came late twice: once may have been a neighbour's fault.
  private @Nullable Pass inTime(Turns turns, Party service, double rate) {
    for (int attempt = 0; attempt < 2; attempt++) {
      Pass pass = turns.one(service, rooms, rate / rooms, MEASURED);
      if (pass.keptUp() && pass.fromDue().p99() <= LATE_MILLIS) {
        return pass;
      }
    }
    return null;
  }

  private Line line(@Nullable Pass best) {
    String detail =
        best == null
            ? ""
            : String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms; %.0f µs of CPU in the service, %.0f in Redis",
                best.fromDue().p50(),
                best.fromDue().p99(),
                best.cpuMicros().get("service"),
                best.cpuMicros().get("redis"));
    return new Line(
        number,
        "durable updates/s on one core, p99 <= 50 ms",
        best == null ? Double.NaN : best.delivered(),
        "/s",
        bound,
        detail,
        "");
  }
}
