package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.text.Demand;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Lays each key point beside the answer, token by token, and says which are covered and by which
/// words. Offline and deterministic; safe for use by many threads.
public final class AlignmentScorer {

  public static final Scorer SCORER = new Scorer("alignment", "4", "4");

  private final Map<Language, LanguageScorer> languages = new EnumMap<>(Language.class);

  /// @param encoders the models there are; an answer in another language is not scored
  public AlignmentScorer(Map<Language, TokenEncoder> encoders) {
    encoders.forEach(
        (language, encoder) ->
            languages.put(language, new LanguageScorer(language, encoder, calibrations(language))));
  }

  AlignmentScorer(Language language, LanguageScorer scorer) {
    languages.put(language, scorer);
  }

  private static Map<Demand, Calibration> calibrations(Language language) {
    Map<Demand, Calibration> calibrations = new EnumMap<>(Demand.class);
    for (Demand demand : Demand.asked(language)) {
      calibrations.put(demand, Calibration.load(language, demand, SCORER.calibration()));
    }
    return calibrations;
  }

  private static List<Rule> reasons(ReadAnswer nothing) {
    return nothing.rules().isEmpty() ? List.of(Rule.DONT_KNOW) : List.copyOf(nothing.rules());
  }

  public Assessment assess(Submission submission) {
    if (Guards.blank(submission.answer())) {
      return Verdicts.none(submission, List.of(Rule.BLANK), 0);
    }
    List<List<KeyPoint>> choices = KeyPoints.choices(submission);
    if (choices.isEmpty()) {
      return new NotScored(NotScoredReason.NO_REFERENCE);
    }
    ReadAnswer answer = ReadAnswer.of(submission);
    if (answer.sentences().isEmpty()) {
      return Verdicts.none(submission, reasons(answer), 0);
    }
    if (Guards.dontKnow(answer.counted())) {
      return Verdicts.none(submission, List.of(Rule.DONT_KNOW), 5);
    }
    if (OtherLanguage.is(answer.counted(), submission.language())) {
      return new NotScored(NotScoredReason.OTHER_LANGUAGE);
    }
    LanguageScorer scorer = languages.get(submission.language());
    if (scorer == null) {
      return new NotScored(NotScoredReason.MODEL_UNAVAILABLE);
    }
    boolean written = KeyPoints.written(submission);
    return choices.stream()
        .map(points -> scorer.assess(submission.question(), points, written, answer))
        .max(Comparator.comparingInt(it -> it instanceof Scored scored ? scored.score() : -1))
        .orElseThrow();
  }
}
