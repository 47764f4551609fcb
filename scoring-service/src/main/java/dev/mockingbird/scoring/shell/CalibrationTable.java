package dev.mockingbird.scoring.shell;

import dev.mockingbird.scoring.agreement.Agreement;
import dev.mockingbird.scoring.agreement.Calibrating;
import dev.mockingbird.scoring.agreement.CalibrationTrial;
import dev.mockingbird.scoring.agreement.Figure;
import dev.mockingbird.scoring.agreement.Measure;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// What a calibration of one's own is worth, for people to read.
final class CalibrationTable {

  private static final String ROW = "  %-46s %10s %10s%n";
  private static final List<Measure> MEASURES =
      List.of(
          Measure.RMSE_OF_100,
          Measure.BIAS,
          Measure.PEARSON,
          Measure.WEIGHTED_KAPPA,
          Measure.INTERVAL_COVERAGE);

  private final PrintStream out;

  CalibrationTable(PrintStream out) {
    this.out = out;
  }

  void print(Calibrating calibrating) {
    calibrating.trials().forEach(this::print);
    for (Calibrating.LeftOut each : calibrating.leftOut()) {
      out.printf(
          "%s: %s to %s are too few for a calibration; its scores stay as shipped.%n%n",
          Words.language(each.language()),
          Words.count(each.answers(), "scored answer"),
          Words.count(each.questions(), "question"));
    }
  }

  private void print(CalibrationTrial trial) {
    Agreement shipped = trial.shipped();
    Agreement own = trial.own();
    out.printf(
        "%s: a calibration of your own, tried on questions that it was not fitted on (%d folds)%n",
        Words.language(trial.language()), trial.folds());
    out.printf(
        "  from %s to %s%n",
        Words.count(shipped.scored(), "scored answer"),
        Words.count(shipped.questions(), "question"));
    out.printf(ROW, "", "shipped", "your own");
    for (Measure measure : MEASURES) {
      out.printf(
          ROW,
          AgreementTable.label(measure, shipped.scale()),
          text(measure, shipped),
          text(measure, own));
    }
    out.printf(
        ROW,
        "width of the 90 % interval, mean",
        fixed(trial.shippedWidth()),
        fixed(trial.ownWidth()));
    out.println("  " + verdict(trial));
    if (shipped.few()) {
      out.println("  " + AgreementTable.tooFew(shipped));
    }
    out.println();
  }

  private static String text(Measure measure, Agreement agreement) {
    return agreement
        .figure(measure)
        .map(it -> AgreementTable.text(measure, it.value()))
        .orElse("-");
  }

  private static String verdict(CalibrationTrial trial) {
    Figure.Interval interval = trial.change().interval();
    String by =
        "RMSE of 100 changes by %+.1f"
            .formatted(trial.change().value())
            .concat(
                interval == null
                    ? ""
                    : " (95 %% interval %+.1f to %+.1f)"
                        .formatted(interval.low(), interval.high()));
    if (trial.helps()) {
      return "It helps: " + by + ".";
    }
    return trial.hurts()
        ? "It makes things worse: " + by + ". Stay with the shipped one."
        : "It does not clearly help: " + by + ". More graded questions may tell.";
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
