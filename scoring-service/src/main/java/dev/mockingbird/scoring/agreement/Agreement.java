package dev.mockingbird.scoring.agreement;

import dev.mockingbird.scoring.agreement.GradedAnswer.Label;
import dev.mockingbird.scoring.agreement.Sums.Of;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How well scores agree with the grades that people gave the same answers.
///
/// @param answers with a grade
/// @param notScored how many of them were not scored, by reason; they are in no figure
public record Agreement(
    int answers,
    int questions,
    Map<String, Integer> notScored,
    GradeScale scale,
    Map<Measure, Figure> figures) {

  /// From this score on an answer counts as judged correct.
  private static final double CORRECT_FROM = 50;

  private static final int LEAST_ANSWERS_INSIDE = 5;
  private static final int FEW_ANSWERS = 100;
  private static final int FEW_QUESTIONS = 10;

  /// @param scores of 100, one for each answer; NaN where it was not scored
  public static Agreement of(List<GradedAnswer> answers, double[] scores) {
    return of(
        answers,
        Arrays.stream(scores)
            .mapToObj(it -> Double.isNaN(it) ? Estimate.notScored("NO_SCORE") : Estimate.of(it))
            .toList());
  }

  /// @param estimates one for each answer
  public static Agreement of(List<GradedAnswer> answers, List<Estimate> estimates) {
    if (answers.size() != estimates.size()) {
      throw new IllegalArgumentException(answers.size() + " answers, " + estimates.size());
    }
    GradeScale scale = GradeScale.of(answers);
    Map<String, List<Rated>> byQuestion = new LinkedHashMap<>();
    Map<String, Integer> notScored = new TreeMap<>();
    for (int i = 0; i < answers.size(); i++) {
      Rated rated = new Rated(answers.get(i), estimates.get(i));
      List<Rated> others =
          byQuestion.computeIfAbsent(rated.answer().setAndQuestion(), _ -> new ArrayList<>());
      if (rated.estimate().scored()) {
        others.add(rated);
      } else {
        notScored.merge(rated.estimate().reason(), 1, Integer::sum);
      }
    }
    List<Sums> questions =
        byQuestion.values().stream()
            .filter(it -> !it.isEmpty())
            .map(it -> sums(it, scale))
            .toList();
    return new Agreement(
        answers.size(), byQuestion.size(), notScored, scale, figures(questions, scale));
  }

  public Optional<Figure> figure(Measure measure) {
    return Optional.ofNullable(figures.get(measure));
  }

  public int scored() {
    return answers - notScored.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Too little for a conclusion, whatever the figures say.
  public boolean few() {
    return scored() < FEW_ANSWERS || questions < FEW_QUESTIONS;
  }

  private record Rated(GradedAnswer answer, Estimate estimate) {}

  private static Map<Measure, Figure> figures(List<Sums> questions, GradeScale scale) {
    Sums all = new Sums();
    questions.forEach(all::add);
    Bootstrap bootstrap = new Bootstrap(questions);
    Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      double value = measure.value(all);
      if (Double.isFinite(value) && (measure != Measure.RMSE || scale.own())) {
        Figure figure =
            new Figure(
                value, bootstrap.interval(measure), measure.answers(all), measure.questions(all));
        figures.put(measure, measure == Measure.RMSE ? times(scale.max() / 100, figure) : figure);
      }
    }
    return figures;
  }

  private static Figure times(double factor, Figure of) {
    Figure.Interval interval = of.interval();
    return new Figure(
        of.value() * factor,
        interval == null
            ? null
            : new Figure.Interval(interval.low() * factor, interval.high() * factor),
        of.answers(),
        of.questions());
  }

  private static Sums sums(List<Rated> question, GradeScale scale) {
    Sums sums = new Sums();
    sums.add(Of.QUESTIONS, 1);
    question.forEach(it -> add(it, scale, sums));
    addInside(question, sums);
    if (sums.get(Of.CONTRADICTORY) > 0) {
      sums.add(Of.CONTRADICTORY_QUESTIONS, 1);
    }
    return sums;
  }

  private static void add(Rated rated, GradeScale scale, Sums sums) {
    double score = rated.estimate().score();
    double grade = rated.answer().percent();
    sums.addPair(score, grade);
    sums.addSteps(scale.step(score), scale.step(grade));
    if (!Double.isNaN(rated.estimate().low())) {
      sums.add(Of.WITH_INTERVAL, 1);
      boolean holds = rated.estimate().low() <= grade && grade <= rated.estimate().high();
      sums.add(Of.INTERVAL_HOLDS, holds ? 1 : 0);
    }
    if (rated.answer().label() != null) {
      addJudgement(rated.answer().label(), score >= CORRECT_FROM, sums);
    }
  }

  private static void addJudgement(Label label, boolean judgedCorrect, Sums sums) {
    sums.add(Of.LABELLED, 1);
    if (label == Label.CORRECT) {
      sums.add(judgedCorrect ? Of.TRUE_CORRECT : Of.FALSE_INCORRECT, 1);
    } else {
      sums.add(Of.FALSE_CORRECT, judgedCorrect ? 1 : 0);
    }
    if (label == Label.CONTRADICTORY) {
      sums.add(Of.CONTRADICTORY, 1);
      sums.add(Of.CONTRADICTORY_JUDGED_CORRECT, judgedCorrect ? 1 : 0);
    }
  }

  private static void addInside(List<Rated> question, Sums sums) {
    double[] scores = question.stream().mapToDouble(it -> it.estimate().score()).toArray();
    double[] grades = question.stream().mapToDouble(it -> it.answer().percent()).toArray();
    if (scores.length >= LEAST_ANSWERS_INSIDE && Arrays.stream(grades).distinct().count() > 1) {
      sums.add(Of.INSIDE_QUESTIONS, 1);
      sums.add(Of.INSIDE_ANSWERS, scores.length);
      sums.add(Of.INSIDE_RANK, orNothing(Ranks.spearman(scores, grades)));
      sums.add(Of.INSIDE_PEARSON, orNothing(Ranks.pearson(scores, grades)));
    }
  }

  private static double orNothing(double correlation) {
    return Double.isNaN(correlation) ? 0 : correlation;
  }
}
