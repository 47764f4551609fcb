package dev.mockingbird.benchmarks.figure;

import static dev.mockingbird.benchmarks.figure.Contestants.SERVICE;

import dev.mockingbird.benchmarks.load.Party;
import dev.mockingbird.benchmarks.stage.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The two people of a room on two instances, which share the core with Redis, against both on one.
record SecondInstance(int number, int rooms, Bound bound) implements Figure {

  @Override
  public List<Line> measure(Stage stage, Turns turns) throws IOException {
    Party one = stage.service(rooms);
    Party two = stage.twoInstances(rooms);
    Comparison passes = turns.take(List.of(one, two), rooms, turns.plan().rate());
    two.cutAll();
    stage.stopSecondInstance();
    return List.of(
        new Line(
            number,
            "second instance, p50, %,d rooms".formatted(rooms),
            passes.ratio(two.server(), SERVICE, pass -> pass.fromSent().p50()),
            "x",
            bound,
            String.format(
                Locale.ROOT,
                "one %.2f ms, two %.2f ms",
                passes.latencies(SERVICE).p50(),
                passes.latencies(two.server()).p50()),
            passes.doubt()));
  }
}
