package dev.mockingbird.scoring.languagemodel;

import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Rule;
import dev.mockingbird.scoring.scorer.Submission;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scorer that lets a language model judge the key points that the offline one judged, and does
/// the sum itself.
///
/// The model is not asked where the offline scorer cannot say or one of its guards decided, nor
/// about an answer of more than [#LONGEST_ANSWER] characters: there the offline assessment is this
/// one too.
public final class SecondOpinion {

  public static final String NAME = "language-model";

  static final int LONGEST_ANSWER = 20_000;

  private static final Logger log = LoggerFactory.getLogger(SecondOpinion.class);

  private final Scorer scorer;
  private final Function<Submission, Assessment> offline;
  private final LanguageModel model;
  private final MeterRegistry meters;

  SecondOpinion(
      String modelName,
      String calibration,
      Function<Submission, Assessment> offline,
      LanguageModel model,
      MeterRegistry meters) {
    this.scorer = new Scorer(NAME, modelName + "/" + Prompt.VERSION, calibration);
    this.offline = offline;
    this.model = model;
    this.meters = meters;
  }

  /// Whose opinion it is.
  public Scorer scorer() {
    return scorer;
  }

  /// The opinion, or that there is none ([NotScoredReason#MODEL_UNAVAILABLE]): nothing is told
  /// under the model's name that is not its own.
  public Assessment assess(Submission submission) {
    Assessment assessment = orOffline(submission);
    return fellBack(assessment) ? new NotScored(NotScoredReason.MODEL_UNAVAILABLE) : assessment;
  }

  /// The opinion, or else the offline assessment under [Rule#LANGUAGE_MODEL_FAILED], see
  /// [#fellBack].
  public Assessment orOffline(Submission submission) {
    Assessment sure = offline.apply(submission);
    if (!(sure instanceof Scored scored) || isSettled(submission, scored)) {
      return sure;
    }
    Timer.Sample sample = Timer.start(meters);
    String outcome = "answered";
    try {
      return opinion(submission, scored);
    } catch (ModelFailure failure) {
      outcome = failure.reason().name().toLowerCase(java.util.Locale.ROOT);
      log.warn("The language model gave no opinion: {}", failure.reason());
      return fallBack(scored);
    } finally {
      sample.stop(timer(outcome));
    }
  }

  /// Whether this is an offline assessment because the model failed.
  public static boolean fellBack(Assessment assessment) {
    return assessment instanceof Scored it && it.rules().contains(Rule.LANGUAGE_MODEL_FAILED);
  }

  private static boolean isSettled(Submission submission, Scored offline) {
    return offline.keyPoints().isEmpty()
        || submission.answer().length() > LONGEST_ANSWER
        || offline.rules().stream().anyMatch(Rule::denies);
  }

  private Assessment opinion(Submission submission, Scored offline) throws ModelFailure {
    Legible answer = Legible.of(submission.answer());
    try {
      String said = model.ask(Prompt.of(submission.question(), offline.keyPoints(), answer));
      return Weighing.weigh(offline, ModelVerdict.read(said, offline.keyPoints().size()), answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while the language model was asked", e);
    }
  }

  private static Scored fallBack(Scored offline) {
    List<Rule> rules = new ArrayList<>();
    rules.add(Rule.LANGUAGE_MODEL_FAILED);
    rules.addAll(offline.rules());
    return new Scored(
        offline.score(), offline.low(), offline.high(), List.copyOf(rules), offline.keyPoints());
  }

  private Timer timer(String outcome) {
    return Timer.builder("mockingbird.language.model.duration")
        .description("Time for the language model's opinion of one answer")
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .register(meters);
  }
}
