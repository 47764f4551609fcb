package dev.mockingbird.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mockingbird.benchmarks.load.Latencies;
import dev.mockingbird.benchmarks.load.Pass;
import dev.mockingbird.benchmarks.load.Violations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Violations NONE = new Violations(0, 0, 0, 0, 0, 0, "");

  @Test
  void comparesWithinEachTurnAndTakesTheMiddle() {
    Comparison passes =
        new Comparison(
            List.of(
                pass("relay", 1), pass("service", 5),
                pass("service", 90), pass("relay", 3),
                pass("relay", 2), pass("service", 14)));
    assertThat(passes.ratio("service", "relay", pass -> pass.fromSent().p50()))
        .isCloseTo(7, within(0.1));
  }

  @Test
  void doubtsAPassThatLostSomethingOrFellBehind() {
    Violations lost = new Violations(3, 0, 0, 0, 0, 0, "");
    assertThat(new Comparison(List.of(pass("relay", 1))).doubt()).isEmpty();
    assertThat(new Comparison(List.of(pass("service", 1, 3_000, lost))).doubt())
        .contains("service", "missing=3");
    assertThat(new Comparison(List.of(pass("service", 1, 2_000, NONE))).doubt())
        .isEqualTo("service: 2000/s of 3000");
  }

  private static Pass pass(String server, int millis) {
    return pass(server, millis, 3_000, NONE);
  }

  private static Pass pass(String server, int millis, double delivered, Violations violations) {
    Latencies latencies = new Latencies();
    latencies.record(millis * 1_000_000L);
    return new Pass(
        server,
        500,
        3_000,
        3_000,
        delivered,
        latencies,
        latencies,
        latencies,
        latencies,
        Map.of(),
        violations);
  }
}
