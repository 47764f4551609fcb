package dev.mockingbird.scoring.shell;

import dev.mockingbird.scoring.agreement.Agreement;
import dev.mockingbird.scoring.agreement.Figure;
import dev.mockingbird.scoring.agreement.GradeScale;
import dev.mockingbird.scoring.agreement.Measure;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Agreement for people to read.
final class AgreementTable {

  private static final String ROW = "  %-46s %8s  %-18s %9s %10s%n";

  private final PrintStream out;

  AgreementTable(PrintStream out) {
    this.out = out;
  }

  void print(SetAgreement of) {
    Agreement agreement = of.agreement();
    out.printf(
        "%s, %s: %s to %s%n",
        of.set(),
        Words.language(of.language()),
        Words.count(agreement.answers(), "answer"),
        Words.count(agreement.questions(), "question"));
    if (!agreement.notScored().isEmpty()) {
      out.println(
          "  Not scored, and in none of the figures: "
              + agreement.notScored().entrySet().stream()
                  .map(it -> "%,d %s".formatted(it.getValue(), it.getKey()))
                  .collect(Collectors.joining(", ")));
    }
    out.printf(ROW, "", "", "95 % interval", "answers", "questions");
    for (Measure measure : Measure.values()) {
      Optional<Figure> figure = agreement.figure(measure);
      if (figure.isPresent()) {
        print(measure, figure.get(), agreement.scale());
      } else if (isExpected(measure, agreement)) {
        out.printf(ROW, label(measure, agreement.scale()), "-", "no value", "", "");
      }
    }
    remarks(agreement).forEach(it -> out.println("  " + it));
    out.println();
  }

  private void print(Measure measure, Figure figure, GradeScale scale) {
    Figure.Interval interval = figure.interval();
    out.printf(
        ROW,
        label(measure, scale),
        text(measure, figure.value()),
        interval == null
            ? "too few questions"
            : text(measure, interval.low()) + " to " + text(measure, interval.high()),
        "%,d".formatted(figure.answers()),
        "%,d".formatted(figure.questions()));
  }

  /// A set of grades has no F1, and one without intervals no coverage: that needs no line.
  private static boolean isExpected(Measure measure, Agreement agreement) {
    return switch (measure) {
      case PEARSON, RMSE_OF_100, WEIGHTED_KAPPA, RANK_INSIDE, PEARSON_INSIDE, BIAS -> true;
      case RMSE -> agreement.scale().own();
      case INTERVAL_COVERAGE, MACRO_F1, CONTRADICTORY_JUDGED_CORRECT -> false;
    };
  }

  static String label(Measure measure, GradeScale scale) {
    return switch (measure) {
      case PEARSON -> "Pearson r";
      case RMSE -> "RMSE, grades 0 to " + number(scale.max());
      case RMSE_OF_100 -> "RMSE of 100";
      case WEIGHTED_KAPPA ->
          "quadratic weighted kappa, %s of %s"
              .formatted(Words.count(scale.steps(), "step"), number(scale.max() / scale.steps()));
      case RANK_INSIDE -> "rank correlation inside a question, mean";
      case PEARSON_INSIDE -> "Pearson r inside a question, mean";
      case BIAS -> "score less grade of 100, mean (+ is lenient)";
      case INTERVAL_COVERAGE -> "grades inside the 90 % interval";
      case MACRO_F1 -> "macro F1, correct from 50";
      case CONTRADICTORY_JUDGED_CORRECT -> "contradictory answers with 50 or more";
    };
  }

  static String text(Measure measure, double value) {
    return switch (measure) {
      case PEARSON, WEIGHTED_KAPPA, RANK_INSIDE, PEARSON_INSIDE, MACRO_F1 ->
          fixed("%.3f", value).replaceFirst("^(-?)0\\.", "$1.");
      case RMSE -> fixed("%.3f", value);
      case RMSE_OF_100 -> fixed("%.1f", value);
      case BIAS -> fixed("%+.1f", value);
      case INTERVAL_COVERAGE, CONTRADICTORY_JUDGED_CORRECT -> fixed("%.1f %%", 100 * value);
    };
  }

  private static String fixed(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
  }

  static String tooFew(Agreement agreement) {
    return "%s to %s: too few to conclude anything."
        .formatted(
            Words.count(agreement.scored(), "scored answer"),
            Words.count(agreement.questions(), "question"));
  }

  private static List<String> remarks(Agreement agreement) {
    List<String> remarks = new ArrayList<>();
    if (agreement.few()) {
      remarks.add(tooFew(agreement));
    }
    if (!agreement.scale().own()) {
      remarks.add(
          "The grades share no scale of at most 100 equal steps, so they are compared of 100, and"
              + " kappa in ten steps.");
    }
    return remarks;
  }
}
