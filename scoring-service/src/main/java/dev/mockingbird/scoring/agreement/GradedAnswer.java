package dev.mockingbird.scoring.agreement;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer with the grade that a person gave it.
///
/// @param set what it belongs to; figures are told for each set and language
/// @param questionId answers to one question share it
/// @param grade 0 to `maxGrade`
/// @param label where people judged instead of grading; the grade is then 1 or 0 of 1
public record GradedAnswer(
    String set,
    String questionId,
    String question,
    List<String> references,
    List<KeyPoint> keyPoints,
    String answer,
    Language language,
    double grade,
    double maxGrade,
    @Nullable Label label) {

  /// The judgements of SemEval-2013 task 7.
  public enum Label {
    CORRECT,
    INCORRECT,
    CONTRADICTORY
  }

  /// The grade of 100, as scores are.
  public double percent() {
    return 100 * grade / maxGrade;
  }

  /// Sets number their questions each for itself.
  String setAndQuestion() {
    return set + "\n" + questionId;
  }

  public Submission submission() {
    return new Submission(question, references, keyPoints, answer, language);
  }
}
