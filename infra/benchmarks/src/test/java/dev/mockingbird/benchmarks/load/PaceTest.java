package dev.mockingbird.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void everybodyTypesAtTheRate() {
    Pace pace = new Pace(100, 6, 0, new SplittableRandom(1));
    List<Integer> typed = new ArrayList<>(Collections.nCopies(100, 0));
    while (pace.nextDue() < 100 * SECOND) {
      int typist = pace.take();
      typed.set(typist, typed.get(typist) + 1);
    }
    assertThat(typed).allSatisfy(each -> assertThat(each).isBetween(540, 660));
    assertThat(typed.stream().mapToInt(Integer::intValue).average().orElseThrow())
        .isCloseTo(600, within(6.0));
  }

  @Test
  void isDueInOrderAndNeverBackInTime() {
    Pace pace = new Pace(10, 20, 5 * SECOND, new SplittableRandom(2));
    long last = 5 * SECOND;
    for (int i = 0; i < 10_000; i++) {
      long due = pace.nextDue();
      assertThat(due).isGreaterThanOrEqualTo(last);
      last = due;
      pace.take();
    }
  }

  @Test
  void keepsWithinWhatARoomAllowsASocket() {
    Pace pace = new Pace(1, 24, 0, new SplittableRandom(3));
    double tokens = 60;
    long last = 0;
    for (int i = 0; i < 10_000; i++) {
      long due = pace.nextDue();
      tokens = Math.min(60, tokens + (due - last) * 30 / 1e9) - 1;
      assertThat(tokens).isPositive();
      last = due;
      pace.take();
    }
  }
}
