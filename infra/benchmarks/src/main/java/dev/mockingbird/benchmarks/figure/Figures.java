package dev.mockingbird.benchmarks.figure;

import dev.mockingbird.benchmarks.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All figures by their number, and the order in which they disturb each other least.
public final class Figures {

  private static final Map<Integer, Figure> ALL = new TreeMap<>();

  static {
    ALL.put(1, new UpdateLatency(1, 500, 50, Bound.atMost(20, 10)));
    ALL.put(2, new UpdateLatency(2, 1_000, 99, Bound.atMost(4, 2)));
    ALL.put(3, new MostUpdates(3, 1_000, Bound.atLeast(8_000, 12_000)));
    ALL.put(4, new CpuPerUpdate(4, 1_000, Bound.atMost(5, 3.5)));
    ALL.put(5, new SecondInstance(5, 500, Bound.atMost(2, 1.2)));
    ALL.put(6, new IdleMemory(6, 50, Stage.MOST_ROOMS, Bound.atMost(82, 40)));
    ALL.put(7, new ReconnectStorm(7, Stage.MOST_ROOMS, Bound.atMost(20, 10)));
    ALL.put(8, new ResumeAfterOffline(8, 500, Duration.ofSeconds(30), Bound.atMost(200, 50)));
    ALL.put(10, new AnswerToScore(10, 50, Duration.ofSeconds(5), Bound.atMost(1_000, 300)));
    ALL.put(9, new GatewayHop(9, 20, Bound.mustBeAtMost(3), Bound.aimAtMost(0.2)));
  }

  private static final List<Integer> ORDER = List.of(1, 2, 4, 3, 8, 5, 9, 10, 7, 6);

  private Figures() {}

  /// @param chosen all of them when empty
  public static List<Figure> of(List<Integer> chosen) {
    return ORDER.stream()
        .filter(number -> chosen.isEmpty() || chosen.contains(number))
        .filter(ALL::containsKey)
        .map(ALL::get)
        .toList();
  }
}
