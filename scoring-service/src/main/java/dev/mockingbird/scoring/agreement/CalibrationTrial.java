package dev.mockingbird.scoring.agreement;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// What a calibration of one's own is worth on questions that it was not fitted on: each question's
/// answers are scored by a calibration made of the others, interval and all.
///
/// @param shipped how well the shipped scores agree, `own` the calibrated ones
/// @param shippedWidth mean width of the 90 % interval, `ownWidth` likewise
/// @param change of the RMSE of 100, below 0 where the calibration helps
public record CalibrationTrial(
    Language language,
    int folds,
    Agreement shipped,
    Agreement own,
    double shippedWidth,
    double ownWidth,
    Figure change) {

  private static final int DRAWS = 2000;
  private static final long SEED = 20_130_615;

  static CalibrationTrial of(
      Language language, List<GradedAnswer> allAnswers, List<Assessment> allAssessments) {
    List<GradedAnswer> answers = new ArrayList<>();
    List<Assessment> before = new ArrayList<>();
    for (int i = 0; i < allAnswers.size(); i++) {
      if (allAnswers.get(i).language() == language) {
        answers.add(allAnswers.get(i));
        before.add(allAssessments.get(i));
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      pairs.addAll(Calibrating.pair(answers.get(i), before.get(i)));
    }
    Folds folds = new Folds(pairs);
    List<Assessment> after = new ArrayList<>(before);
    for (int fold = 0; fold < folds.count(); fold++) {
      int aside = fold;
      Curve curve =
          CurveFit.of(pairs.stream().filter(it -> !folds.isIn(aside, it.question())).toList());
      for (int i = 0; i < answers.size(); i++) {
        if (folds.isIn(fold, answers.get(i).setAndQuestion())
            && before.get(i) instanceof Scored scored
            && CalibratedScorer.isCalibrated(scored)) {
          after.set(i, CalibratedScorer.through(curve, scored));
        }
      }
    }
    return new CalibrationTrial(
        language,
        folds.count(),
        agreement(answers, before),
        agreement(answers, after),
        width(before),
        width(after),
        change(answers, before, after));
  }

  /// Whether the RMSE falls, as far as these questions can tell.
  public boolean helps() {
    Figure.Interval interval = change.interval();
    return interval != null && interval.high() < 0;
  }

  public boolean hurts() {
    Figure.Interval interval = change.interval();
    return interval != null && interval.low() > 0;
  }

  private static Agreement agreement(List<GradedAnswer> answers, List<Assessment> assessments) {
    return Agreement.of(answers, assessments.stream().map(Estimate::of).toList());
  }

  private static double width(List<Assessment> assessments) {
    return assessments.stream()
        .filter(Scored.class::isInstance)
        .map(Scored.class::cast)
        .mapToDouble(it -> it.high() - it.low())
        .average()
        .orElse(0);
  }

  /// Squared errors of one question, before and after.
  private static final class Squares {
    double before;
    double after;
    int answers;

    void add(Squares other) {
      before += other.before;
      after += other.after;
      answers += other.answers;
    }

    double change() {
      return Math.sqrt(after / answers) - Math.sqrt(before / answers);
    }
  }

  /// With a bootstrap interval by question, in which both are drawn together.
  private static Figure change(
      List<GradedAnswer> answers, List<Assessment> before, List<Assessment> after) {
    Map<String, Squares> byQuestion = new HashMap<>();
    Squares all = new Squares();
    for (int i = 0; i < answers.size(); i++) {
      if (before.get(i) instanceof Scored old && after.get(i) instanceof Scored now) {
        Squares squares = new Squares();
        squares.before = Math.pow(old.score() - answers.get(i).percent(), 2);
        squares.after = Math.pow(now.score() - answers.get(i).percent(), 2);
        squares.answers = 1;
        byQuestion
            .computeIfAbsent(answers.get(i).setAndQuestion(), _ -> new Squares())
            .add(squares);
        all.add(squares);
      }
    }
    List<String> names = new ArrayList<>(byQuestion.keySet());
    Collections.sort(names);
    Squares[] questions = names.stream().map(byQuestion::get).toArray(Squares[]::new);
    SplittableRandom random = new SplittableRandom(SEED);
    double[] drawn =
        IntStream.range(0, DRAWS).mapToDouble(_ -> drawn(questions, random)).sorted().toArray();
    return new Figure(
        all.change(),
        new Figure.Interval(Bootstrap.percentile(drawn, 0.025), Bootstrap.percentile(drawn, 0.975)),
        all.answers,
        questions.length);
  }

  private static double drawn(Squares[] questions, SplittableRandom random) {
    Squares sum = new Squares();
    Arrays.stream(questions).forEach(_ -> sum.add(questions[random.nextInt(questions.length)]));
    return sum.change();
  }
}
