package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import dev.mockingbird.scoring.scorer.text.Demand;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The scorer of one language: its model and what was learned with it.
final class LanguageScorer {

  private static final int REMEMBERED_QUESTIONS = 200;

  private final Language language;
  private final TokenEncoder encoder;
  private final float[] center;
  private final Map<Demand, Calibration> calibrations;
  private final Remembered<QuestionKey, EncodedReference> remembered =
      new Remembered<>(REMEMBERED_QUESTIONS);

  /// @param calibrations one for each demand; all of them have one center
  LanguageScorer(Language language, TokenEncoder encoder, Map<Demand, Calibration> calibrations) {
    this.language = language;
    this.encoder = encoder;
    this.calibrations = calibrations;
    this.center = calibrations.values().iterator().next().center();
  }

  private record QuestionKey(String question, List<KeyPoint> points) {}

  /// @param written whether people wrote the key points
  Assessment assess(String question, List<KeyPoint> points, boolean written, ReadAnswer answer) {
    Comparison comparison = compare(question, points, answer);
    if (Guards.tooLittle(comparison) && !answer.rules().contains(Rule.INSTRUCTIONS)) {
      return new NotScored(NotScoredReason.TOO_LITTLE_TEXT);
    }
    return Verdicts.of(
        comparison, Objects.requireNonNull(calibrations.get(comparison.demand())), written);
  }

  Comparison compare(String question, List<KeyPoint> points, ReadAnswer answer) {
    EncodedReference reference =
        remembered.get(
            new QuestionKey(question, points),
            () ->
                EncodedReference.of(
                    EncodedQuestion.of(question, language, encoder, center),
                    points,
                    encoder,
                    center));
    return Comparison.of(reference, answer, encoder, center);
  }
}
