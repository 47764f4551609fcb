package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.agreement.GradedAnswer.Label;
import dev.mockingbird.scoring.scorer.Calibration.Curve;
import dev.mockingbird.scoring.scorer.Graded.Kind;
import dev.mockingbird.scoring.scorer.text.Demand;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// From graded answers to a calibration.
final class Fit {

  private static final Set<Kind> ELSEWHERE = EnumSet.of(Kind.OFF_TOPIC, Kind.OTHER_ANSWER);

  /// Of the way from nothing to the reference itself, as [#partly] is. Nobody published verdicts on
  /// key points to learn these from: they were set by reading evidence in both languages.
  private static final double COVERED = 0.65;

  private static final double SOME_POINTS = 0.4;
  private static final Curve UNKNOWN = new Curve(new double[] {0, 1}, new double[] {0, 1});

  private Fit() {}

  /// English sums begin higher: its graders gave points to everybody.
  private static double partly(List<Graded> rows) {
    return switch (rows.getFirst().comparisons().getFirst().question().language()) {
      case ENGLISH -> 0.5;
      case CHINESE -> 0.4;
    };
  }

  /// Its interval says nothing yet.
  ///
  /// @param all those without a weight tell what is off-topic, and nothing else
  static Calibration of(List<Graded> all, Demand demand, float[] center) {
    List<Graded> rows = all.stream().filter(it -> it.weight() > 0).toList();
    double[] grades = rows.stream().mapToDouble(Graded::grade).toArray();
    double[] weights = rows.stream().mapToDouble(Graded::weight).toArray();
    Ramps first = Ramps.fit(rows.stream().map(Graded::nearest).toList(), grades, weights);
    List<double[]> best = rows.stream().map(it -> it.best(first)).toList();
    Ramps ramps = Ramps.fit(best, grades, weights);
    double[] sums = best.stream().mapToDouble(ramps::sum).toArray();
    double nothing = ramps.sum(new double[Aspects.Aspect.values().length]);
    return new Calibration(
        "",
        "",
        center,
        ramps.curves(),
        Levels.fit(sums, grades, weights),
        nothing + COVERED * (1 - nothing),
        nothing + partly(rows) * (1 - nothing),
        offTopic(all.stream().filter(it -> it.demand() == demand).toList()),
        UNKNOWN,
        UNKNOWN);
  }

  /// What was judged wrong may well be about something else.
  private static boolean onTopic(Graded row) {
    return row.label() == Label.CORRECT
        || row.human() && row.label() == null && row.grade() >= SOME_POINTS;
  }

  /// Of the answers that people gave points to, so many may be taken for off-topic. Few words about
  /// nothing are harder to tell in English.
  private static double falselyOffTopic(List<Graded> rows) {
    return switch (rows.getFirst().comparisons().getFirst().question().language()) {
      case ENGLISH -> 0.006;
      case CHINESE -> 0.003;
    };
  }

  private static double[] offTopic(List<Graded> all) {
    List<Graded> rows =
        all.stream()
            .filter(it -> !it.isNothing())
            .filter(it -> ELSEWHERE.contains(it.kind()) || onTopic(it))
            .toList();
    boolean[] elsewhere = new boolean[rows.size()];
    for (int i = 0; i < elsewhere.length; i++) {
      elsewhere[i] = !rows.get(i).human();
    }
    List<double[]> topics = rows.stream().map(Graded::topic).toList();
    double[] coefficients = Logistic.fit(topics, elsewhere);
    double[] human =
        IntStream.range(0, elsewhere.length)
            .filter(i -> !elsewhere[i])
            .filter(i -> new Topic(rows.get(i).comparisons().getFirst()).canBeTold())
            .mapToDouble(i -> Logistic.probability(coefficients, topics.get(i)))
            .sorted()
            .toArray();
    double edge = human[(int) ((1 - falselyOffTopic(rows)) * (human.length - 1))];
    coefficients[0] -= Math.log(edge / (1 - edge));
    return coefficients;
  }
}
