package dev.mockingbird.scoring.languagemodel;

import dev.mockingbird.events.ScoreEvent.KeyPointScore;
import dev.mockingbird.events.ScoreEvent.Span;
import dev.mockingbird.events.ScoreEvent.Verdict;
import dev.mockingbird.scoring.languagemodel.ModelFailure.Reason;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts the model's verdicts beside the offline ones and does the sum.
///
/// - A verdict whose quote the answer does not have word for word (see [Legible#find]) is dropped:
///   the offline one stands, under [Rule#QUOTE_DROPPED]. What is missing needs no quote.
/// - Where an offline guard caps a key point, or has found words to the grader in the answer, the
///   model may lower the verdict but not raise it.
/// - The score is the mean of the verdicts (covered 1, partly ½, missing 0) by the key points'
///   weights.
/// - The interval reaches over the offline one and the score. A score more than [#FAR] points
///   outside of the offline interval, or a verdict that would have been raised, needs a person's
///   review.
final class Weighing {

  static final int FAR = 10;

  private final Scored offline;
  private final Legible answer;
  private final List<KeyPointScore> keyPoints = new ArrayList<>();
  private int dropped;
  private boolean held;

  private Weighing(Scored offline, Legible answer) {
    this.offline = offline;
    this.answer = answer;
  }

  /// @param verdicts one for each key point of the offline assessment
  static Scored weigh(Scored offline, List<ModelVerdict> verdicts, Legible answer)
      throws ModelFailure {
    Weighing weighing = new Weighing(offline, answer);
    for (int i = 0; i < verdicts.size(); i++) {
      weighing.add(offline.keyPoints().get(i), verdicts.get(i));
    }
    if (weighing.dropped == verdicts.size()) {
      throw new ModelFailure(Reason.NOTHING_QUOTED);
    }
    return weighing.scored();
  }

  private void add(KeyPointScore point, ModelVerdict verdict) {
    if (verdict.verdict() == Verdict.MISSING) {
      keyPoints.add(with(point, verdict.verdict(), List.of(), point.rules()));
      return;
    }
    Optional<Span> quote = answer.find(verdict.quote());
    if (quote.isEmpty()) {
      dropped++;
      List<String> rules = new ArrayList<>(point.rules());
      rules.add(Rule.QUOTE_DROPPED.name());
      keyPoints.add(with(point, point.verdict(), point.evidence(), rules));
    } else if (worth(verdict.verdict()) > worth(point.verdict()) && isCapped(point)) {
      held = true;
      keyPoints.add(point);
    } else {
      keyPoints.add(with(point, verdict.verdict(), List.of(quote.get()), point.rules()));
    }
  }

  private boolean isCapped(KeyPointScore point) {
    return !point.rules().isEmpty() || offline.rules().contains(Rule.INSTRUCTIONS);
  }

  private static KeyPointScore with(
      KeyPointScore point, Verdict verdict, List<Span> evidence, List<String> rules) {
    return new KeyPointScore(
        point.text(),
        point.weight(),
        verdict,
        point.similarity(),
        evidence,
        verdict == Verdict.COVERED ? List.of() : point.missed(),
        List.copyOf(rules));
  }

  private Scored scored() {
    int score = score();
    boolean far = score < offline.low() - FAR || score > offline.high() + FAR;
    Set<Rule> rules = new LinkedHashSet<>();
    if (far || held) {
      rules.add(Rule.NEEDS_REVIEW);
    }
    rules.addAll(offline.rules());
    return new Scored(
        score,
        Math.min(score, offline.low()),
        Math.max(score, offline.high()),
        List.copyOf(rules),
        List.copyOf(keyPoints));
  }

  private int score() {
    double earned = keyPoints.stream().mapToDouble(it -> it.weight() * worth(it.verdict())).sum();
    double whole = keyPoints.stream().mapToDouble(KeyPointScore::weight).sum();
    return whole == 0 ? 0 : (int) Math.round(100 * earned / whole);
  }

  private static double worth(Verdict verdict) {
    return switch (verdict) {
      case COVERED -> 1;
      case PARTLY -> 0.5;
      case MISSING -> 0;
    };
  }
}
