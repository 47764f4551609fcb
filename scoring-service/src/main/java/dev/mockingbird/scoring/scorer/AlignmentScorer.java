package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.KeyPointScore;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Span;
import dev.mockingbird.events.ScoreEvent.Verdict;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lays each key point beside the answer, token by token, and says which are covered and by which
/// words. Offline and deterministic; safe for use by many threads.
public final class AlignmentScorer {

  public static final Scorer SCORER = new Scorer("alignment", "2", "2");

  private static final int REMEMBERED_QUESTIONS = 200;
  private static final int ECHO_CAP = 5;

  private final Map<Language, TokenEncoder> encoders;
  private final Map<Language, Calibration> calibrations = new EnumMap<>(Language.class);
  private final Remembered<QuestionKey, List<EncodedKeyPoint>> encoded =
      new Remembered<>(REMEMBERED_QUESTIONS);

  /// @param encoders one for every language
  public AlignmentScorer(Map<Language, TokenEncoder> encoders) {
    this.encoders = new EnumMap<>(encoders);
    for (Language language : Language.values()) {
      calibrations.put(language, Calibration.load(language, "1"));
    }
  }

  public Assessment assess(Submission submission) {
    String answer = submission.answer();
    if (Guards.blank(answer)) {
      return new Scored(0, 0, 0, List.of(Rule.BLANK), unmatched(submission));
    }
    List<List<KeyPoint>> choices = choices(submission);
    if (choices.isEmpty()) {
      return new NotScored(NotScoredReason.NO_REFERENCE);
    }
    if (Guards.otherLanguage(answer, submission.language())) {
      return new NotScored(NotScoredReason.OTHER_LANGUAGE);
    }
    if (Guards.dontKnow(answer)) {
      return new Scored(0, 0, 5, List.of(Rule.DONT_KNOW), unmatched(submission));
    }
    return choices.stream()
        .map(points -> assess(submission, points))
        .max(Comparator.comparingInt(it -> it instanceof Scored scored ? scored.score() : -1))
        .orElseThrow();
  }

  private Assessment assess(Submission submission, List<KeyPoint> points) {
    Comparison comparison = compare(submission, points);
    Calibration calibration = calibration(submission.language());
    if (Guards.tooLittle(comparison.answerTerms(), comparison.alignments())) {
      return new NotScored(NotScoredReason.TOO_LITTLE_TEXT);
    }
    List<KeyPointScore> scores =
        comparison.alignments().stream()
            .map(it -> keyPointScore(it, comparison, submission.answer(), calibration))
            .toList();
    List<Rule> rules = new ArrayList<>();
    if (!comparison.answer().whole()) {
      rules.add(Rule.LONG_ANSWER);
    }
    double score = calibration.score(meanCoverage(comparison.alignments(), calibration));
    if (Guards.echo(
        comparison.questionTerms(), comparison.answerTerms(), comparison.alignments())) {
      rules.add(Rule.ECHO);
      score = Math.min(score, ECHO_CAP);
    }
    int rounded = (int) Math.round(score);
    return new Scored(
        rounded,
        Math.min(rounded, (int) Math.round(calibration.low(score))),
        Math.max(rounded, (int) Math.round(calibration.high(score))),
        List.copyOf(rules),
        scores);
  }

  /// @param alignments one for each key point
  record Comparison(
      Set<String> questionTerms,
      Set<String> answerTerms,
      Passages answer,
      List<Alignment> alignments) {}

  Comparison compare(Submission submission, List<KeyPoint> points) {
    TokenEncoder encoder = encoder(submission.language());
    Set<String> question = Term.keys(submission.question());
    List<EncodedKeyPoint> wanted =
        encoded.get(
            new QuestionKey(submission.language(), question, points),
            () -> points.stream().map(it -> EncodedKeyPoint.of(it, question, encoder)).toList());
    Set<Integer> ids = new HashSet<>();
    wanted.forEach(point -> point.tokens().forEach(token -> ids.add(token.id())));
    Passages passages = Passages.of(encoder.tokens(submission.answer()), ids, encoder);
    Set<String> answerTerms = Term.keys(submission.answer());
    return new Comparison(
        question,
        answerTerms,
        passages,
        wanted.stream().map(it -> Alignment.of(it, passages, answerTerms)).toList());
  }

  static double meanCoverage(List<Alignment> alignments, Calibration calibration) {
    double sum = 0;
    double weights = 0;
    for (Alignment alignment : alignments) {
      double weight = alignment.keyPoint().point().weight();
      sum += weight * calibration.coverage(alignment);
      weights += weight;
    }
    return weights == 0 ? 0 : sum / weights;
  }

  /// The key points to try, one list for each reference that has any.
  static List<List<KeyPoint>> choices(Submission submission) {
    List<KeyPoint> given =
        submission.keyPoints().stream().filter(it -> !Guards.blank(it.text())).toList();
    if (!given.isEmpty()) {
      return List.of(given);
    }
    return submission.references().stream()
        .map(KeyPoints::of)
        .filter(points -> !points.isEmpty())
        .toList();
  }

  private static KeyPointScore keyPointScore(
      Alignment alignment, Comparison comparison, String answer, Calibration calibration) {
    double coverage = calibration.coverage(alignment);
    Verdict verdict = calibration.verdict(coverage);
    KeyPoint point = alignment.keyPoint().point();
    double match = calibration.match();
    return new KeyPointScore(
        point.text(),
        point.weight(),
        verdict,
        Math.round(coverage * 1000) / 1000.0,
        verdict == Verdict.MISSING ? List.of() : evidence(alignment, comparison, answer, match),
        verdict == Verdict.COVERED
            ? List.of()
            : Evidence.missed(
                alignment, comparison.questionTerms(), comparison.answerTerms(), match),
        List.of());
  }

  /// A verdict is never without words: where none match well, those that match best are shown.
  private static List<Span> evidence(
      Alignment alignment, Comparison comparison, String answer, double match) {
    List<Token> tokens = comparison.answer().tokens();
    List<Term> terms = Term.of(answer);
    List<Span> good = Evidence.spans(alignment, tokens, terms, answer, match);
    return good.isEmpty() ? Evidence.spans(alignment, tokens, terms, answer, 0) : good;
  }

  private static List<KeyPointScore> unmatched(Submission submission) {
    return choices(submission).stream()
        .findFirst()
        .map(
            points ->
                points.stream()
                    .map(
                        it ->
                            new KeyPointScore(
                                it.text(),
                                it.weight(),
                                Verdict.MISSING,
                                0,
                                List.of(),
                                List.of(),
                                List.of()))
                    .toList())
        .orElse(List.of());
  }

  private TokenEncoder encoder(Language language) {
    TokenEncoder encoder = encoders.get(language);
    if (encoder == null) {
      throw new IllegalStateException("There is no model for " + language);
    }
    return encoder;
  }

  private Calibration calibration(Language language) {
    return java.util.Objects.requireNonNull(calibrations.get(language));
  }

  private record QuestionKey(Language language, Set<String> question, List<KeyPoint> points) {}
}
