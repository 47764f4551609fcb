package dev.mockingbird.scoring.agreement;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.agreement.TeamCalibration.Fitted;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Makes a [TeamCalibration] of graded answers, and tries it on questions that it was not fitted
/// on.
///
/// @param trials of the languages that enough answers were graded in
/// @param leftOut the others, with what there is; their scores stay as shipped
public record Calibrating(
    TeamCalibration calibration, List<CalibrationTrial> trials, List<LeftOut> leftOut) {

  private static final int LEAST_ANSWERS = 30;
  private static final int LEAST_QUESTIONS = 5;

  public record LeftOut(Language language, int answers, int questions) {}

  /// @param scorer that the assessments are of, with the shipped calibration
  /// @param models hash of each language's model
  /// @param assessments one for each answer
  public static Calibrating of(
      Scorer scorer,
      Map<Language, String> models,
      List<GradedAnswer> answers,
      List<Assessment> assessments)
      throws CalibrationRefused {
    Map<Language, Fitted> curves = new EnumMap<>(Language.class);
    List<CalibrationTrial> trials = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Language language : Language.values()) {
      List<Pair> pairs = pairs(language, answers, assessments);
      int questions = (int) pairs.stream().map(Pair::question).distinct().count();
      if (pairs.size() >= LEAST_ANSWERS && questions >= LEAST_QUESTIONS) {
        String model = models.getOrDefault(language, "");
        curves.put(language, new Fitted(model, pairs.size(), questions, CurveFit.of(pairs)));
        trials.add(CalibrationTrial.of(language, answers, assessments));
      } else if (!pairs.isEmpty()) {
        leftOut.add(new LeftOut(language, pairs.size(), questions));
      }
    }
    if (curves.isEmpty()) {
      throw new CalibrationRefused(
          "Too few graded answers for a calibration: it takes %d scored answers to %d questions of one language."
              .formatted(LEAST_ANSWERS, LEAST_QUESTIONS));
    }
    return new Calibrating(new TeamCalibration(scorer, curves), trials, leftOut);
  }

  private static List<Pair> pairs(
      Language language, List<GradedAnswer> answers, List<Assessment> assessments) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).language() == language) {
        pairs.addAll(pair(answers.get(i), assessments.get(i)));
      }
    }
    return pairs;
  }

  /// What a calibration can learn from: nothing of what was not scored, or had its points denied.
  static List<Pair> pair(GradedAnswer answer, Assessment assessment) {
    return assessment instanceof Scored scored && CalibratedScorer.isCalibrated(scored)
        ? List.of(new Pair(answer.setAndQuestion(), scored.score(), answer.percent()))
        : List.of();
  }
}
