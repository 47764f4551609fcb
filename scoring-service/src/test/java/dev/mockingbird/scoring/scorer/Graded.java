package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.agreement.GradedAnswer.Label;
import dev.mockingbird.scoring.scorer.text.Demand;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An answer with the grade it deserves, as the fit sees it.
///
/// @param kind how it came about
/// @param fold answers to one question are in one fold; -1: never fitted on
/// @param grade 0 to 1
/// @param weight in the fit
/// @param comparisons with each of the references, and their aspects
record Graded(
    String set,
    String question,
    Kind kind,
    @Nullable Label label,
    Demand demand,
    int fold,
    double grade,
    double weight,
    List<Comparison> comparisons,
    List<double[]> aspects) {

  enum Kind {
    /// Written and graded by people.
    HUMAN,
    /// The reference itself.
    REFERENCE,
    /// The question again.
    ECHO,
    /// Fluent text about something else.
    OFF_TOPIC,
    /// An answer to another question.
    OTHER_ANSWER,
    /// Words of the reference, in order or shuffled.
    KEYWORD_BAG,
    /// The reference with its verbs negated.
    NEGATED
  }

  Graded weighing(double other) {
    return new Graded(set, question, kind, label, demand, fold, grade, other, comparisons, aspects);
  }

  /// Written by people and not a word that counts: nothing is fitted on it.
  static Graded ofNothing(
      String set, String question, @Nullable Label label, int fold, double grade) {
    return new Graded(
        set, question, Kind.HUMAN, label, Demand.EXPLANATION, fold, grade, 0, List.of(), List.of());
  }

  boolean isNothing() {
    return comparisons.isEmpty();
  }

  boolean human() {
    return kind == Kind.HUMAN;
  }

  /// Before anything is fitted the nearest reference is the one whose meaning is nearest.
  double[] nearest() {
    return aspects.get(nearestReference());
  }

  double[] best(Ramps ramps) {
    return aspects.stream().max(Comparator.comparingDouble(ramps::sum)).orElseThrow();
  }

  Comparison best(Calibration calibration) {
    return comparisons.get(
        IntStream.range(0, aspects.size())
            .boxed()
            .max(Comparator.comparingDouble(i -> calibration.sum(aspects.get(i))))
            .orElseThrow());
  }

  /// What tells whether it is about the question at all.
  double[] topic() {
    Comparison comparison = comparisons.get(nearestReference());
    return new Topic(comparison).signs(comparison.aspects(), comparison.aspectsOfEach());
  }

  private int nearestReference() {
    return IntStream.range(0, aspects.size())
        .boxed()
        .max(Comparator.comparingDouble(i -> aspects.get(i)[0]))
        .orElseThrow();
  }
}
