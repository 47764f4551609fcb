package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.Verdict;
import dev.mockingbird.scoring.scorer.Aspects.Aspect;
import dev.mockingbird.scoring.scorer.text.Demand;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// What was learned from answers that people graded, for one language with its model and one kind
/// of question.
///
/// How much is covered is a sum over the aspects of curves that never fall, each linear between its
/// knots; `levels` then take the sum to a score.
///
/// @param model name of the model that the numbers belong to, and `sha256` its file
/// @param center mean of the model's token vectors
/// @param curves one for each aspect, in their order
/// @param levels from the sum to the score, 0 to 1
/// @param covered least sum at which a key point counts as covered; `partly` likewise
/// @param offTopic coefficients of the logistic curve that says how likely the answer is about
///   something else: a constant, and one for each of [Topic#of]
/// @param low from the score to the lower end of the 90 % interval, both 0 to 1; `high` likewise
record Calibration(
    String model,
    String sha256,
    float[] center,
    Curve[] curves,
    Curve levels,
    double covered,
    double partly,
    double[] offTopic,
    Curve low,
    Curve high) {

  /// The sum of the reference itself, nearly.
  private static final double WHOLE = 0.97;

  /// Linear between its knots, level outside of them.
  ///
  /// @param at ascending
  record Curve(double[] at, double[] value) {

    double of(double x) {
      if (x <= at[0]) {
        return value[0];
      }
      for (int i = 1; i < at.length; i++) {
        if (x < at[i]) {
          return value[i - 1] + (value[i] - value[i - 1]) * (x - at[i - 1]) / (at[i] - at[i - 1]);
        }
      }
      return value[value.length - 1];
    }
  }

  static String resource(Language language, Demand demand, String version) {
    return "calibration-%s-%s-%s.properties"
        .formatted(
            version,
            language.name().toLowerCase(Locale.ROOT),
            demand.name().toLowerCase(Locale.ROOT));
  }

  static Calibration load(Language language, Demand demand, String version) {
    String resource = resource(language, demand, version);
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Calibration.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8)) {
      Properties all = new Properties();
      all.load(reader);
      return of(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Calibration of(Properties all) {
    double[] center = numbers(all, "center");
    float[] narrow = new float[center.length];
    for (int i = 0; i < center.length; i++) {
      narrow[i] = (float) center[i];
    }
    return new Calibration(
        text(all, "model"),
        text(all, "sha256"),
        narrow,
        Arrays.stream(Aspect.values())
            .map(it -> curve(all, "aspect." + it.name()))
            .toArray(Curve[]::new),
        curve(all, "levels"),
        numbers(all, "covered")[0],
        numbers(all, "partly")[0],
        numbers(all, "offTopic"),
        curve(all, "low"),
        curve(all, "high"));
  }

  private static Curve curve(Properties all, String name) {
    return new Curve(numbers(all, name + ".at"), numbers(all, name + ".value"));
  }

  private static String text(Properties all, String name) {
    return Objects.requireNonNull(all.getProperty(name), name);
  }

  private static double[] numbers(Properties all, String name) {
    return Arrays.stream(text(all, name).split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /// @param aspects in the order of [Aspect]
  double sum(double[] aspects) {
    double sum = 0;
    for (int i = 0; i < aspects.length; i++) {
      sum += curves[i].of(aspects[i]);
    }
    return sum;
  }

  /// 0 to 1.
  double score(double[] aspects) {
    return levels.of(sum(aspects));
  }

  /// How far a key point is covered, 0 to 1: strict where people who grade a whole answer are
  /// lenient. The verdicts' bounds lie at 0.4 and 0.75.
  double coverage(double[] aspects) {
    return new Curve(
            new double[] {sum(new double[aspects.length]), partly, covered, WHOLE},
            new double[] {0, 0.4, 0.75, 1})
        .of(sum(aspects));
  }

  Verdict verdict(double[] aspects) {
    double sum = sum(aspects);
    if (sum >= covered) {
      return Verdict.COVERED;
    }
    return sum >= partly ? Verdict.PARTLY : Verdict.MISSING;
  }

  /// 0 to 1.
  double offTopic(double[] topic) {
    double sum = offTopic[0];
    for (int i = 0; i < topic.length; i++) {
      sum += offTopic[1 + i] * topic[i];
    }
    return logistic(sum);
  }

  static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
