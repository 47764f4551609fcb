package dev.mockingbird.benchmarks.figure;

import static dev.mockingbird.benchmarks.figure.Contestants.FLOOR;
import static dev.mockingbird.benchmarks.figure.Contestants.SERVICE;

import dev.mockingbird.benchmarks.load.Party;
import dev.mockingbird.benchmarks.load.Pass;
import dev.mockingbird.benchmarks.stage.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Time on a core that one durable update takes the service, in the relay's, at the same rate.
record CpuPerUpdate(int number, int rooms, Bound bound) implements Figure {

  @Override
  public List<Line> measure(Stage stage, Turns turns) throws IOException {
    List<Party> parties = Contestants.on(stage, rooms);
    Comparison passes = turns.take(parties, rooms, turns.plan().rate());
    List<Line> lines = new ArrayList<>();
    String detail =
        String.format(
            Locale.ROOT,
            "relay %.0f µs, service %.0f µs",
            passes.median(FLOOR, pass -> micros(pass, FLOOR)),
            passes.median(SERVICE, pass -> micros(pass, SERVICE)));
    lines.add(
        new Line(
            number,
            "CPU per update, %,d rooms".formatted(rooms),
            ratio(passes, SERVICE, SERVICE),
            "x",
            bound,
            detail,
            passes.doubt()));
    lines.add(beside("Redis's CPU per update", ratio(passes, SERVICE, "redis"), passes));
    for (String other : Contestants.others(parties)) {
      lines.add(beside("CPU per update, " + other, ratio(passes, other, other), passes));
    }
    return lines;
  }

  private Line beside(String what, double ratio, Comparison passes) {
    return new Line(number, what, ratio, "x", null, "", passes.doubt());
  }

  private static double ratio(Comparison passes, String server, String process) {
    return passes.median(server, pass -> micros(pass, process))
        / passes.median(FLOOR, pass -> micros(pass, FLOOR));
  }

  private static double micros(Pass pass, String process) {
    return pass.cpuMicros().getOrDefault(process, Double.NaN);
  }
}
