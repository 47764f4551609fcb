package dev.mockingbird.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurveFitTest {

  @Test
  void staysWithTheShippedScoreWhereNobodyGraded() {
    assertThat(CurveFit.scores(List.of()))
        .containsExactly(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
    assertThat(CurveFit.scores(List.of(new Pair("q", 50, 80)))[9]).isEqualTo(90);
  }

  /// At 50 four made-up answers of 50 and six of 80 are 68 on average, which the made-up ones at 60
  /// would fall below: together they are (6 · 80 + 4 · 50 + 4 · 60) / 14.
  @Test
  void poolsWhatWouldFallAndMixesInTheShippedScore() {
    double[] scores = CurveFit.scores(Collections.nCopies(6, new Pair("q", 50, 80)));

    assertThat(scores).containsExactly(0, 10, 20, 30, 40, 65.7, 65.7, 70, 80, 90, 100);
  }

  @Test
  void followsManyGradesAndNeverFalls() {
    double[] scores = CurveFit.scores(lenient(2_000));

    assertThat(scores).isSorted();
    for (int i = 2; i <= 8; i++) {
      assertThat(scores[i]).isCloseTo(40 + 0.6 * Curve.place(i), within(5.0));
    }
  }

  @Test
  void givesNothingForNothingHoweverKindTheGraders() {
    assertThat(CurveFit.scores(Collections.nCopies(500, new Pair("q", 0, 60)))[0]).isZero();
  }

  @Test
  void holdsNineOfTenGradesOfOtherQuestionsInTheInterval() {
    Curve curve = CurveFit.of(lenient(1_500));

    List<Pair> others = lenient(3_000).subList(1_500, 3_000);
    long inside =
        others.stream()
            .filter(
                it -> curve.low(it.score()) <= it.grade() && it.grade() <= curve.high(it.score()))
            .count();
    assertThat(inside / 1_500.0).isBetween(0.87, 0.94);
  }

  @Test
  void promisesNothingFromAHandfulOfAnswers() {
    Curve curve = CurveFit.of(lenient(15));

    assertThat(curve.lows()).containsOnly(0);
    assertThat(curve.highs()).containsOnly(100);
  }

  @Test
  void doesNotDependOnTheOrderOfTheAnswers() {
    List<Pair> shuffled = new ArrayList<>(lenient(400));
    Collections.shuffle(shuffled, new Random(3));

    assertThat(CurveFit.of(shuffled).scores()).isEqualTo(CurveFit.of(lenient(400)).scores());
    assertThat(CurveFit.of(shuffled).lows()).isEqualTo(CurveFit.of(lenient(400)).lows());
  }

  /// Graders who give 40 points for anything and 60 by the score, give or take some.
  static List<Pair> lenient(int count) {
    Random random = new Random(11);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double score = 1 + random.nextInt(100);
      double grade = 40 + 0.6 * score + 8 * random.nextGaussian();
      pairs.add(new Pair("q" + i % 40, score, Math.clamp(grade, 0, 100)));
    }
    return pairs;
  }
}
