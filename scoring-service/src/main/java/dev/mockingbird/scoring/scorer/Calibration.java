package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.Verdict;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;

/// What was learned from answers that people graded, for one language and its model.
///
/// @param bias with `similarity` and `recall`, the logistic curve from an alignment to a coverage
/// @param covered least coverage of a key point that counts as covered; `partly` likewise
/// @param match least cosine of two tokens that mean the same
/// @param scores score at mean coverages 0, 1/n, … 1; between them it is linear. `lows` and `highs`
///   are the ends of the 90 % interval at scores 0, 100/n, … 100
record Calibration(
    double bias,
    double similarity,
    double recall,
    double covered,
    double partly,
    double match,
    double[] scores,
    double[] lows,
    double[] highs) {

  static Calibration load(Language language, String version) {
    String resource = "calibration-" + version + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Calibration.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8)) {
      Properties all = new Properties();
      all.load(reader);
      return of(all, language.name().toLowerCase(java.util.Locale.ROOT) + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Calibration of(Properties all, String prefix) {
    return new Calibration(
        numbers(all, prefix + "bias")[0],
        numbers(all, prefix + "similarity")[0],
        numbers(all, prefix + "recall")[0],
        numbers(all, prefix + "covered")[0],
        numbers(all, prefix + "partly")[0],
        numbers(all, prefix + "match")[0],
        numbers(all, prefix + "scores"),
        numbers(all, prefix + "lows"),
        numbers(all, prefix + "highs"));
  }

  private static double[] numbers(Properties all, String name) {
    String value = Objects.requireNonNull(all.getProperty(name), name);
    return Arrays.stream(value.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /// 0 to 1.
  double coverage(Alignment alignment) {
    return logistic(bias + similarity * alignment.similarity() + recall * alignment.recall());
  }

  Verdict verdict(double coverage) {
    if (coverage >= covered) {
      return Verdict.COVERED;
    }
    return coverage >= partly ? Verdict.PARTLY : Verdict.MISSING;
  }

  double score(double meanCoverage) {
    return between(scores, meanCoverage);
  }

  double low(double score) {
    return Math.min(score, between(lows, score / 100));
  }

  double high(double score) {
    return Math.max(score, between(highs, score / 100));
  }

  static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static double between(double[] knots, double at) {
    double place = Math.clamp(at, 0, 1) * (knots.length - 1);
    int left = Math.min((int) place, knots.length - 2);
    return knots[left] + (place - left) * (knots[left + 1] - knots[left]);
  }
}
