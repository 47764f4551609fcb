package dev.mockingbird.scoring.agreement;

import dev.mockingbird.scoring.agreement.GradedAnswer.Label;
import dev.mockingbird.scoring.scorer.Submission;
import dev.mockingbird.scoring.trial.TrialReader;
import dev.mockingbird.scoring.trial.Unreadable;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Reads what is scored, with `grade` and `maxGrade`, or `label`, beside it.
public final class GradedAnswers {

  private GradedAnswers() {}

  /// @param set of answers that do not name theirs
  public static GradedAnswer read(JsonNode json, String set) throws Unreadable {
    Submission submission = TrialReader.read(json);
    boolean judged = !json.hasNonNull("grade") && json.hasNonNull("label");
    double maxGrade = judged ? 1 : number(json, "maxGrade");
    if (maxGrade <= 0) {
      throw new Unreadable("/maxGrade", "The best grade there is has to be above 0.");
    }
    double grade = judged ? 0 : number(json, "grade");
    if (grade < 0 || grade > maxGrade) {
      throw new Unreadable("/grade", "A grade lies between 0 and maxGrade.");
    }
    Label label = json.hasNonNull("label") ? label(json.path("label")) : null;
    return new GradedAnswer(
        named(json.path("set"), set),
        named(json.path("questionId"), submission.question()),
        submission.question(),
        submission.references(),
        submission.keyPoints(),
        submission.answer(),
        submission.language(),
        judged && label == Label.CORRECT ? 1 : grade,
        maxGrade,
        label);
  }

  private static double number(JsonNode json, String name) throws Unreadable {
    JsonNode value = json.path(name);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new Unreadable(
          "/" + name,
          "A graded answer has the numbers \"grade\" and \"maxGrade\", or a \"label\" that is"
              + " \"correct\", \"incorrect\" or \"contradictory\".");
    }
    return value.doubleValue();
  }

  private static Label label(JsonNode label) throws Unreadable {
    return switch (label.asString("").strip().toLowerCase(Locale.ROOT)) {
      case "correct" -> Label.CORRECT;
      case "incorrect" -> Label.INCORRECT;
      case "contradictory" -> Label.CONTRADICTORY;
      default ->
          throw new Unreadable(
              "/label", "A label is \"correct\", \"incorrect\" or \"contradictory\".");
    };
  }

  private static String named(JsonNode name, String otherwise) {
    return name.isString() || name.isNumber() ? name.asString() : otherwise;
  }
}
