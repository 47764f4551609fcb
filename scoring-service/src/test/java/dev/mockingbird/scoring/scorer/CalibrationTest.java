package dev.mockingbird.scoring.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.model.Models;
import dev.mockingbird.scoring.scorer.Calibration.Curve;
import dev.mockingbird.scoring.scorer.text.Demand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void belongsToTheModelOnTheClassPath() {
    for (Language language : Language.values()) {
      for (Demand demand : Demand.asked(language)) {
        assertThat(load(language, demand).sha256()).isEqualTo(Models.hashes().get(language));
      }
    }
  }

  @Test
  void neverFallsWhereMoreIsCovered() {
    for (Language language : Language.values()) {
      for (Demand demand : Demand.asked(language)) {
        Calibration calibration = load(language, demand);
        List<Curve> curves = new ArrayList<>(List.of(calibration.curves()));
        curves.add(calibration.levels());
        assertThat(curves).allSatisfy(CalibrationTest::ascends);
      }
    }
  }

  @Test
  void setsItsVerdictsBetweenNothingAndEverything() {
    for (Language language : Language.values()) {
      for (Demand demand : Demand.asked(language)) {
        Calibration calibration = load(language, demand);
        double[] nothing = new double[Aspects.Aspect.values().length];
        double[] everything = new double[nothing.length];
        java.util.Arrays.fill(everything, 1);
        assertThat(calibration.coverage(nothing)).isZero();
        assertThat(calibration.coverage(everything)).isEqualTo(1);
        assertThat(calibration.sum(nothing)).isLessThan(calibration.partly());
        assertThat(calibration.partly()).isLessThan(calibration.covered());
        assertThat(calibration.sum(everything)).isGreaterThan(calibration.covered());
      }
    }
  }

  @Test
  void isLinearBetweenItsKnotsAndLevelOutside() {
    Curve curve = new Curve(new double[] {0, 1, 2}, new double[] {0, 0.5, 0.6});
    assertThat(curve.of(-1)).isZero();
    assertThat(curve.of(0.5)).isEqualTo(0.25);
    assertThat(curve.of(1)).isEqualTo(0.5);
    assertThat(curve.of(9)).isEqualTo(0.6);
  }

  private static void ascends(Curve curve) {
    assertThat(curve.at()).isSorted();
    assertThat(curve.value()).isSorted();
  }

  private static Calibration load(Language language, Demand demand) {
    return Calibration.load(language, demand, AlignmentScorer.SCORER.calibration());
  }
}
