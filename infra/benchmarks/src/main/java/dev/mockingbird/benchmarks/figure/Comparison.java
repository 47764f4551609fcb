package dev.mockingbird.benchmarks.figure;

import dev.mockingbird.benchmarks.load.Latencies;
import dev.mockingbird.benchmarks.load.Pass;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Passes of several servers under the same load, in the order in which they were taken.
record Comparison(List<Pass> passes) {

  List<Pass> of(String server) {
    return passes.stream().filter(pass -> pass.server().equals(server)).toList();
  }

  Latencies latencies(String server) {
    return Latencies.together(of(server).stream().map(Pass::fromSent).toList());
  }

  double median(String server, ToDoubleFunction<Pass> value) {
    return median(of(server).stream().mapToDouble(value).sorted().toArray());
  }

  /// The ratio within each turn, and the middle one of these.
  double ratio(String server, String floor, ToDoubleFunction<Pass> value) {
    List<Pass> above = of(server);
    List<Pass> below = of(floor);
    return median(
        IntStream.range(0, above.size())
            .mapToDouble(i -> value.applyAsDouble(above.get(i)) / value.applyAsDouble(below.get(i)))
            .sorted()
            .toArray());
  }

  /// Empty when every change arrived exactly once, at the rate at which it was sent.
  String doubt() {
    return passes.stream()
        .filter(pass -> !pass.keptUp())
        .map(
            pass ->
                pass.violations().isEmpty()
                    ? "%s: %.0f/s of %.0f"
                        .formatted(pass.server(), pass.delivered(), pass.offered())
                    : pass.server() + ": " + pass.violations())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length == 0
        ? Double.NaN
        : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
