package dev.mockingbird.scoring.agreement;

import java.util.Arrays;

/// From the shipped score to a team's grade, both of 100, with both ends of its 90 % interval.
///
/// @param scores at shipped scores 0, 10, … 100, never falling; between them it is linear, and so
///   are `lows` and `highs`
record Curve(double[] scores, double[] lows, double[] highs) {

  static final int KNOTS = 11;

  Curve {
    requireInside(scores);
    requireInside(lows);
    requireInside(highs);
    for (int i = 0; i < KNOTS; i++) {
      if ((i > 0 && scores[i] < scores[i - 1]) || lows[i] > scores[i] || highs[i] < scores[i]) {
        throw new IllegalArgumentException("knot " + i);
      }
    }
  }

  private static void requireInside(double[] knots) {
    if (knots.length != KNOTS || !Arrays.stream(knots).allMatch(it -> it >= 0 && it <= 100)) {
      throw new IllegalArgumentException("knots " + Arrays.toString(knots));
    }
  }

  static double place(int knot) {
    return 100.0 * knot / (KNOTS - 1);
  }

  double score(double shipped) {
    return between(scores, shipped);
  }

  double low(double shipped) {
    return between(lows, shipped);
  }

  double high(double shipped) {
    return between(highs, shipped);
  }

  static double between(double[] knots, double at) {
    double place = Math.clamp(at, 0, 100) / 100 * (KNOTS - 1);
    int left = Math.min((int) place, KNOTS - 2);
    return knots[left] + (place - left) * (knots[left + 1] - knots[left]);
  }
}
