package dev.mockingbird.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundTest {

  @Test
  void lessIsBetterOrMoreIs() {
    assertThat(Bound.atMost(20, 10).verdict(10)).isEqualTo("aim reached");
    assertThat(Bound.atMost(20, 10).verdict(10.1)).isEqualTo("must reached");
    assertThat(Bound.atMost(20, 10).verdict(20.1)).isEqualTo("MISSED");
    assertThat(Bound.atLeast(8_000, 12_000).verdict(12_000)).isEqualTo("aim reached");
    assertThat(Bound.atLeast(8_000, 12_000).verdict(7_999)).isEqualTo("MISSED");
  }

  @Test
  void whatWasNotMeasuredReachesNothing() {
    assertThat(Bound.atMost(20, 10).verdict(Double.NaN)).isEqualTo("not measured");
  }

  @Test
  void oneOfBothMayBeAbsent() {
    assertThat(Bound.mustBeAtMost(3).verdict(2)).isEqualTo("must reached");
    assertThat(Bound.mustBeAtMost(3).verdict(4)).isEqualTo("MISSED");
    assertThat(Bound.aimAtMost(0.2).verdict(0.3)).isEqualTo("aim missed");
    assertThat(Bound.aimAtMost(0.2).verdict(0.1)).isEqualTo("aim reached");
    assertThat(Bound.mustBeAtMost(3).text(Double.NaN)).isEmpty();
  }
}
