package dev.mockingbird.scoring.agreement;

import dev.mockingbird.scoring.agreement.Figure.Interval;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Percentile intervals (B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993,
/// chapter 13), drawn by question: answers to one question resemble each other, and an interval
/// that takes them for independent would be too narrow.
final class Bootstrap {

  private static final int DRAWS = 2000;
  private static final long SEED = 20_130_614;
  private static final int LEAST_QUESTIONS = 5;

  private final List<Sums> draws;
  private final int questions;

  /// @param questions the sums of each question
  Bootstrap(List<Sums> questions) {
    this.questions = questions.size();
    SplittableRandom random = new SplittableRandom(SEED);
    draws = Stream.generate(() -> draw(questions, random)).limit(DRAWS).toList();
  }

  private static Sums draw(List<Sums> questions, SplittableRandom random) {
    Sums sums = new Sums();
    for (int i = 0; i < questions.size(); i++) {
      sums.add(questions.get(random.nextInt(questions.size())));
    }
    return sums;
  }

  /// Null where there are few questions, or the measure has no value in some of the draws.
  @Nullable Interval interval(Measure measure) {
    if (questions < LEAST_QUESTIONS) {
      return null;
    }
    double[] values =
        draws.stream().mapToDouble(measure::value).filter(Double::isFinite).sorted().toArray();
    return values.length < DRAWS * 95 / 100
        ? null
        : new Interval(percentile(values, 0.025), percentile(values, 0.975));
  }

  /// Of sorted values, between two of them where it falls there.
  static double percentile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int left = (int) place;
    int right = Math.min(left + 1, sorted.length - 1);
    return sorted[left] + (place - left) * (sorted[right] - sorted[left]);
  }
}
