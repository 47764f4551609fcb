package dev.mockingbird.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void readsPercentilesInMilliseconds() {
    Latencies latencies = upTo(1_000);
    assertThat(latencies.count()).isEqualTo(1_000);
    assertThat(latencies.p50()).isCloseTo(500, within(1.0));
    assertThat(latencies.p99()).isCloseTo(990, within(1.0));
    assertThat(latencies.longest()).isCloseTo(1_000, within(1.0));
  }

  @Test
  void resolvesMicrosecondsBesideSeconds() {
    Latencies latencies = new Latencies();
    latencies.record(80_000);
    latencies.record(80_000);
    latencies.record(30_000_000_000L);
    assertThat(latencies.p50()).isCloseTo(0.08, within(0.0001));
  }

  @Test
  void countsWhatIsTooLongAsTheLongest() {
    Latencies latencies = new Latencies();
    latencies.record(Long.MAX_VALUE);
    latencies.record(-5);
    assertThat(latencies.longest()).isCloseTo(60_000, within(60.0));
    assertThat(latencies.millis(1)).isZero();
  }

  @Test
  void togetherIsAllThatWasRecorded() {
    Latencies all = Latencies.together(List.of(upTo(100), upTo(100), upTo(1_000)));
    assertThat(all.count()).isEqualTo(1_200);
    assertThat(all.p50()).isCloseTo(400, within(1.0));
  }

  @Test
  void nothingHasNoPercentile() {
    assertThat(new Latencies().p99()).isNaN();
  }

  private static Latencies upTo(int millis) {
    Latencies latencies = new Latencies();
    for (int i = 1; i <= millis; i++) {
      latencies.record(i * 1_000_000L);
    }
    return latencies;
  }
}
