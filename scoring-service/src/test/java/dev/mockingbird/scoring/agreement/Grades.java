package dev.mockingbird.scoring.agreement;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.agreement.GradedAnswer.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Graded answers of which only question and grade matter.
final class Grades {

  private Grades() {}

  static GradedAnswer of(String question, double grade, double maxGrade) {
    return of(question, grade, maxGrade, null);
  }

  static GradedAnswer of(String question, double grade, double maxGrade, @Nullable Label label) {
    return new GradedAnswer(
        "set",
        question,
        question,
        List.of(),
        List.of(),
        "",
        Language.ENGLISH,
        grade,
        maxGrade,
        label);
  }
}
