package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.model.Models;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Calibration.Curve;
import dev.mockingbird.scoring.scorer.text.Demand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Fits the calibrations on answers that people graded, and prints how well the scores agree with
/// people on questions that they were not fitted on.
///
/// `FitCalibration DATA BANK OUT`: DATA has the graded sets, which are not ours to ship; BANK is
/// our starter bank; OUT is the folder of the resources.
final class FitCalibration {

  private static final Scored NOTHING = new Scored(0, 0, 0, List.of(Rule.DONT_KNOW), List.of());

  private FitCalibration() {}

  static void main(String[] args) throws Exception {
    List<BankQuestion> bank = BankQuestion.read(Path.of(args[1]));
    for (Language language : Language.values()) {
      GradedSets sets = GradedSets.read(language, Path.of(args[0]), bank);
      Scored[] scored = new Scored[sets.rows().size()];
      Arrays.fill(scored, NOTHING);
      Map<Demand, Fitted> fitted = new EnumMap<>(Demand.class);
      for (Demand demand : Demand.asked(language)) {
        int[] rows =
            IntStream.range(0, scored.length)
                .filter(i -> sets.rows().get(i).demand() == demand)
                .filter(i -> !sets.rows().get(i).isNothing())
                .toArray();
        Fitted calibrations = fit(sets, demand, rows, scored);
        fitted.put(demand, calibrations);
        Files.writeString(
            Path.of(args[2])
                .resolve(
                    Calibration.resource(language, demand, AlignmentScorer.SCORER.calibration())),
            text(calibrations.whole(), language));
      }
      new Figures(sets.rows(), scored).print(language);
      ProbeFigures.print(sets.asked(), language, scorers(sets.encoder(), language, fitted)::get);
    }
  }

  /// @param folds each fitted on all others
  private record Fitted(Calibration whole, Calibration[] folds) {

    Calibration without(int fold) {
      return fold < 0 ? whole : folds[fold];
    }
  }

  /// By the fold that each was not fitted on; -1: the one that is shipped.
  private static Map<Integer, AlignmentScorer> scorers(
      TokenEncoder encoder, Language language, Map<Demand, Fitted> fitted) {
    Map<Integer, AlignmentScorer> scorers = new HashMap<>();
    for (int fold = -1; fold < GradedSets.FOLDS; fold++) {
      Map<Demand, Calibration> calibrations = new EnumMap<>(Demand.class);
      for (Map.Entry<Demand, Fitted> of : fitted.entrySet()) {
        calibrations.put(of.getKey(), of.getValue().without(fold));
      }
      scorers.put(
          fold, new AlignmentScorer(language, new LanguageScorer(language, encoder, calibrations)));
    }
    return scorers;
  }

  /// Every fold is scored by a calibration that was fitted on the others, and its interval comes
  /// from how far off those were on each other.
  private static Fitted fit(GradedSets sets, Demand demand, int[] rows, Scored[] scored) {
    List<Graded> all = Arrays.stream(rows).mapToObj(sets.rows()::get).toList();
    List<Graded> fitted =
        sets.rows().stream()
            .map(it -> it.demand() == demand ? it : it.weighing(it.weight() * ofOther(demand)))
            .toList();
    double[] plain = new double[rows.length];
    Calibration[] folds = new Calibration[GradedSets.FOLDS];
    for (int fold = 0; fold < GradedSets.FOLDS; fold++) {
      folds[fold] = Fit.of(others(fitted, fold), demand, sets.center());
      for (int i = 0; i < plain.length; i++) {
        if (all.get(i).fold() == fold) {
          Graded row = all.get(i);
          plain[i] = Verdicts.of(row.best(folds[fold]), folds[fold], false).score() / 100.0;
        }
      }
    }
    for (int fold = 0; fold < GradedSets.FOLDS; fold++) {
      Calibration calibration = withEnds(folds[fold], all, plain, fold);
      folds[fold] = calibration;
      for (int i = 0; i < rows.length; i++) {
        if (all.get(i).fold() == fold) {
          scored[rows[i]] = Verdicts.of(all.get(i).best(calibration), calibration, false);
        }
      }
    }
    Calibration whole = withEnds(Fit.of(others(fitted, -1), demand, sets.center()), all, plain, -1);
    for (int i = 0; i < rows.length; i++) {
      if (all.get(i).fold() < 0) {
        scored[rows[i]] = Verdicts.of(all.get(i).best(whole), whole, false);
      }
    }
    return new Fitted(whole, folds);
  }

  /// Weight of the answers to the other kind of questions: few, so that people are understood who
  /// explain where they were to name, and the other way round.
  private static double ofOther(Demand demand) {
    return switch (demand) {
      case RECALL -> 0.05;
      case EXPLANATION -> 0.1;
    };
  }

  private static List<Graded> others(List<Graded> rows, int fold) {
    return rows.stream().filter(it -> it.fold() >= 0 && it.fold() != fold).toList();
  }

  /// Labels say nothing about an interval.
  private static Calibration withEnds(
      Calibration calibration, List<Graded> all, double[] plain, int fold) {
    int[] graded =
        IntStream.range(0, plain.length)
            .filter(i -> all.get(i).human() && all.get(i).label() == null)
            .filter(i -> all.get(i).fold() >= 0 && all.get(i).fold() != fold)
            .toArray();
    return IntervalEnds.in(
        calibration,
        Arrays.stream(graded).mapToObj(all::get).toList(),
        Arrays.stream(graded).mapToDouble(i -> plain[i]).toArray());
  }

  private static String text(Calibration calibration, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add("# Fitted by FitCalibration on graded answers; see Calibration for the meaning.");
    lines.add(
        "model="
            + (language == Language.ENGLISH
                ? "all-MiniLM-L6-v2 8 bit"
                : "bge-small-zh-v1.5 8 bit"));
    lines.add("sha256=" + Objects.requireNonNull(Models.hashes().get(language)));
    for (Aspects.Aspect aspect : Aspects.Aspect.values()) {
      add(lines, "aspect." + aspect, calibration.curves()[aspect.ordinal()]);
    }
    add(lines, "levels", calibration.levels());
    lines.add("covered=" + number(calibration.covered()));
    lines.add("partly=" + number(calibration.partly()));
    lines.add("offTopic=" + numbers(calibration.offTopic()));
    add(lines, "low", calibration.low());
    add(lines, "high", calibration.high());
    double[] center = new double[calibration.center().length];
    for (int d = 0; d < center.length; d++) {
      center[d] = calibration.center()[d];
    }
    lines.add("center=" + numbers(center));
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String name, Curve curve) {
    lines.add(name + ".at=" + numbers(curve.at()));
    lines.add(name + ".value=" + numbers(curve.value()));
  }

  private static String numbers(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(FitCalibration::number).collect(Collectors.joining(" "));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.5f", number).replaceFirst("\\.?0+$", "");
  }
}
