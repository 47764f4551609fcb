package dev.mockingbird.scoring.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/// Fits a [Curve] to a team's own grades.
///
/// The score is isotonic regression, by pooling adjacent violators (M. Ayer and others, Annals of
/// Mathematical Statistics 26, 1955), smoothed by taking its mean around each knot. At each knot a
/// few made-up answers that deserve exactly the shipped score are mixed in: where a team graded few
/// answers, the shipped score stays. Nothing said earns nothing, whatever the grades.
///
/// The interval is cross-conformal (V. Vovk, Annals of Mathematics and Artificial Intelligence 74,
/// 2015): the residuals of questions that the score was not fitted on, at each knot those of the
/// answers nearest to it. Where there are too few of them for 90 %, an end is 0 or 100.
final class CurveFit {

  private static final double HALF_STEP = 50.0 / (Curve.KNOTS - 1);
  private static final double MADE_UP = 4;
  private static final double FIXED = 1e9;
  private static final int LEAST_NEIGHBOURS = 60;
  private static final double TAIL = 0.05;

  private CurveFit() {}

  static Curve of(List<Pair> pairs) {
    double[] scores = scores(pairs);
    List<Residual> residuals = residuals(pairs);
    double[] lows = new double[Curve.KNOTS];
    double[] highs = new double[Curve.KNOTS];
    for (int i = 0; i < Curve.KNOTS; i++) {
      double[] near = near(residuals, Curve.place(i));
      int below = (int) Math.floor(TAIL * (near.length + 1));
      int above = (int) Math.ceil((1 - TAIL) * (near.length + 1));
      double low = below < 1 ? 0 : scores[i] + near[below - 1];
      double high = above > near.length ? 100 : scores[i] + near[above - 1];
      lows[i] = tenths(Math.clamp(low, 0, scores[i]));
      highs[i] = tenths(Math.clamp(high, scores[i], 100));
    }
    return new Curve(scores, lows, highs);
  }

  private record Residual(double score, double value) {}

  private static List<Residual> residuals(List<Pair> pairs) {
    Folds folds = new Folds(pairs);
    List<Residual> residuals = new ArrayList<>();
    for (int i = 0; i < folds.count(); i++) {
      int fold = i;
      double[] others =
          scores(pairs.stream().filter(it -> !folds.isIn(fold, it.question())).toList());
      pairs.stream()
          .filter(it -> folds.isIn(fold, it.question()))
          .map(it -> new Residual(it.score(), it.grade() - Curve.between(others, it.score())))
          .forEach(residuals::add);
    }
    return residuals;
  }

  /// The residuals of the answers nearest to a score, a fifth of all and those as near, sorted.
  private static double[] near(List<Residual> residuals, double score) {
    int wanted = Math.max(LEAST_NEIGHBOURS, residuals.size() / 5);
    double reach =
        residuals.stream()
            .mapToDouble(it -> Math.abs(it.score() - score))
            .sorted()
            .limit(wanted)
            .max()
            .orElse(0);
    return residuals.stream()
        .filter(it -> Math.abs(it.score() - score) <= reach)
        .mapToDouble(Residual::value)
        .sorted()
        .toArray();
  }

  /// Neighbouring answers.
  ///
  /// @param to their highest score
  /// @param grade their mean
  private record Pool(double to, double grade, double weight) {

    Pool with(Pool above) {
      double sum = weight + above.weight;
      return new Pool(above.to, (grade * weight + above.grade * above.weight) / sum, sum);
    }
  }

  static double[] scores(List<Pair> pairs) {
    List<Pool> places = places(pairs);
    List<Pool> pools = pooled(places);
    return IntStream.range(0, Curve.KNOTS)
        .mapToDouble(it -> mean(places, pools, Curve.place(it)))
        .map(it -> tenths(Math.clamp(it, 0, 100)))
        .toArray();
  }

  /// As they are written down.
  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /// The answers and the made-up ones, one place for each score.
  private static List<Pool> places(List<Pair> pairs) {
    List<Pool> points = new ArrayList<>();
    for (int i = 0; i < Curve.KNOTS; i++) {
      points.add(new Pool(Curve.place(i), Curve.place(i), i == 0 ? FIXED : MADE_UP));
    }
    pairs.forEach(it -> points.add(new Pool(it.score(), it.grade(), 1)));
    // By grade as well, so that sums do not depend on the order of a file, not even in a last bit.
    points.sort(Comparator.comparingDouble(Pool::to).thenComparingDouble(Pool::grade));
    List<Pool> places = new ArrayList<>();
    for (Pool point : points) {
      boolean same = !places.isEmpty() && places.getLast().to == point.to;
      places.add(same ? places.removeLast().with(point) : point);
    }
    return places;
  }

  /// Places in ascending order, adjacent ones pooled until none falls below the one before it.
  private static List<Pool> pooled(List<Pool> places) {
    List<Pool> pools = new ArrayList<>();
    for (Pool place : places) {
      Pool pool = place;
      while (!pools.isEmpty() && pools.getLast().grade >= pool.grade) {
        pool = pools.removeLast().with(pool);
      }
      pools.add(pool);
    }
    return pools;
  }

  /// The mean of what the regression says of the answers around a knot; it never falls from knot to
  /// knot, for the regression does not.
  private static double mean(List<Pool> places, List<Pool> pools, double knot) {
    double sum = 0;
    double weights = 0;
    Iterator<Pool> left = pools.iterator();
    Pool pool = left.next();
    for (Pool place : places) {
      while (pool.to < place.to) {
        pool = left.next();
      }
      if (Math.abs(place.to - knot) <= HALF_STEP) {
        sum += place.weight * pool.grade;
        weights += place.weight;
      }
    }
    return sum / weights;
  }
}
