package dev.mockingbird.benchmarks.load;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// What each of a server's processes has used of a core so far, in nanoseconds.
public record CpuUse(Map<String, LongSupplier> nanos) {

  Map<String, Long> read() {
    Map<String, Long> used = new HashMap<>();
    nanos.forEach((process, so) -> used.put(process, so.getAsLong()));
    return used;
  }

  /// @return microseconds for each of so many changes
  static Map<String, Double> microsEach(
      Map<String, Long> before, Map<String, Long> after, int changes) {
    Map<String, Double> micros = new HashMap<>();
    after.forEach(
        (process, nanos) ->
            micros.put(
                process, (nanos - before.getOrDefault(process, 0L)) / 1e3 / Math.max(1, changes)));
    return micros;
  }
}
