package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.ScoreEvent.KeyPointScore;
import dev.mockingbird.events.ScoreEvent.Span;
import dev.mockingbird.events.ScoreEvent.Verdict;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Evidence.Shown;
import dev.mockingbird.scoring.scorer.opposition.Opposition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// From a comparison to the score, the verdicts and their evidence.
final class Verdicts {

  /// Most that an answer can get of which these rules say that it is none.
  private static final int ECHO_CAP = 5;

  private static final int OFF_TOPIC_CAP = 8;
  private static final int KEYWORD_BAG_CAP = 30;

  /// What is left of a key point of which the answer says the opposite.
  private static final double OPPOSED = 0.55;

  /// Most that is covered by next to no words: just not all.
  private static final double THIN = 0.74;

  /// A reference with fewer terms of its own says little about what deserves points.
  private static final int FEW_TERMS = 3;

  private static final int LESS_SURE = 10;

  private Verdicts() {}

  /// Nothing was answered.
  static Scored none(Submission submission, List<Rule> rules, int high) {
    List<KeyPointScore> missing =
        KeyPoints.choices(submission).stream().findFirst().stream()
            .flatMap(List::stream)
            .map(Verdicts::missing)
            .toList();
    return new Scored(0, 0, high, rules, missing);
  }

  /// @param written the key points were written by people: then the score is how much of their
  ///   weight is covered, and not what people who graded without them would give
  static Scored of(Comparison comparison, Calibration calibration, boolean written) {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    rules.addAll(comparison.answer().rules());
    List<KeyPointScore> points = new ArrayList<>();
    double opposed = 0;
    double covered = 0;
    double weights = 0;
    Opposition opposition = opposition(comparison);
    List<double[]> each = comparison.aspectsOfEach();
    for (int i = 0; i < each.size(); i++) {
      Alignment alignment = comparison.alignments().get(i);
      KeyPoint point = alignment.keyPoint().point();
      double coverage = calibration.coverage(each.get(i));
      Verdict verdict = calibration.verdict(each.get(i));
      List<Shown> shown =
          verdict == Verdict.MISSING
              ? List.of()
              : Evidence.shown(alignment, comparison, Evidence.MATCHES);
      if (verdict == Verdict.COVERED && Evidence.thin(shown, alignment, comparison)) {
        verdict = Verdict.PARTLY;
        coverage = Math.min(coverage, THIN);
      }
      Optional<Rule> turned =
          verdict == Verdict.MISSING
              ? Optional.empty()
              : opposition.to(point.text(), alignment.keyPoint().encoded()).map(Verdicts::rule);
      turned.ifPresent(rules::add);
      weights += point.weight();
      covered += point.weight() * coverage;
      opposed += turned.isPresent() ? point.weight() : 0;
      points.add(keyPointScore(alignment, comparison, verdict, shown, turned, coverage));
    }
    double share = weights == 0 ? 0 : opposed / weights;
    double[] aspects = comparison.aspects();
    double open = 100 * (written ? covered / weights : calibration.score(aspects));
    double score = open * (1 - (1 - OPPOSED) * share);
    Topic topic = new Topic(comparison);
    if (topic.canBeTold() && calibration.offTopic(topic.signs(aspects, each)) >= 0.5) {
      rules.add(Rule.OFF_TOPIC);
      score = Math.min(score, OFF_TOPIC_CAP);
    }
    if (rules.contains(Rule.INSTRUCTIONS) && Guards.tooLittle(comparison)) {
      score = Math.min(score, OFF_TOPIC_CAP);
    }
    if (Guards.echo(comparison)) {
      rules.add(Rule.ECHO);
      score = Math.min(score, ECHO_CAP);
    }
    if (KeywordBag.of(comparison, aspects[Aspects.Aspect.WORDS.ordinal()])
        .is(comparison.question().language(), comparison.demand())) {
      rules.add(Rule.KEYWORD_BAG);
      score = Math.min(score, KEYWORD_BAG_CAP);
    }
    int rounded = (int) Math.round(score);
    boolean small = comparison.own().size() < FEW_TERMS;
    if (small) {
      rules.add(Rule.SHORT_REFERENCE);
    }
    double less = small ? LESS_SURE : 0;
    double low = 100 * calibration.low().of(score / 100) - less;
    // Where an opposition was seen, but none was meant, the answer deserves what it would have got.
    double high = 100 * calibration.high().of(share > 0 ? open / 100 : score / 100) + less;
    return new Scored(
        rounded,
        Math.clamp(Math.round(low), 0, rounded),
        Math.clamp(Math.round(high), rounded, 100),
        List.copyOf(rules),
        points);
  }

  private static Opposition opposition(Comparison comparison) {
    return new Opposition(
        comparison.question().language(),
        comparison.question().text(),
        comparison.answer().text(),
        comparison.answer().sentences(),
        comparison.encoded());
  }

  private static Rule rule(Opposition.Kind opposition) {
    return switch (opposition) {
      case NEGATION -> Rule.NEGATION;
      case CONTRADICTION -> Rule.CONTRADICTION;
    };
  }

  private static KeyPointScore keyPointScore(
      Alignment alignment,
      Comparison comparison,
      Verdict verdict,
      List<Shown> shown,
      Optional<Rule> opposition,
      double covered) {
    KeyPoint point = alignment.keyPoint().point();
    double left = opposition.isPresent() ? covered * OPPOSED : covered;
    Verdict capped =
        opposition.isPresent() && verdict == Verdict.COVERED ? Verdict.PARTLY : verdict;
    return new KeyPointScore(
        point.text(),
        point.weight(),
        capped,
        Math.round(left * 1000) / 1000.0,
        capped == Verdict.MISSING ? List.of() : evidence(shown, alignment, comparison),
        capped == Verdict.COVERED ? List.of() : Evidence.missed(alignment, comparison),
        opposition.map(it -> List.of(it.name())).orElse(List.of()));
  }

  /// A verdict is never without words: where none match well, those that match best are shown.
  private static List<Span> evidence(
      List<Shown> shown, Alignment alignment, Comparison comparison) {
    return Evidence.spans(
        shown.isEmpty() ? Evidence.shown(alignment, comparison, 0) : shown, comparison);
  }

  private static KeyPointScore missing(KeyPoint point) {
    return new KeyPointScore(
        point.text(), point.weight(), Verdict.MISSING, 0, List.of(), List.of(), List.of());
  }
}
