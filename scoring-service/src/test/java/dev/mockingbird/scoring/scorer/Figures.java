package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.agreement.Agreement;
import dev.mockingbird.scoring.agreement.Estimate;
import dev.mockingbird.scoring.agreement.Figure;
import dev.mockingbird.scoring.agreement.GradedAnswer;
import dev.mockingbird.scoring.agreement.Measure;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Graded.Kind;
import dev.mockingbird.scoring.scorer.Held.Try;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The table of figures. How well scores agree with people is told as `./mockingbird agreement`
/// tells it.
final class Figures {

  /// Most of the contradictory answers of the training split that may be judged correct.
  private static final double CONTRADICTORY = 0.17;

  private final List<Graded> rows;
  private final Scored[] scored;

  Figures(List<Graded> rows, Scored[] scored) {
    this.rows = rows;
    this.scored = scored;
  }

  void print(Language language) {
    System.out.println("\n" + language);
    Map<String, List<Integer>> human = new TreeMap<>();
    for (int i = 0; i < scored.length; i++) {
      if (rows.get(i).human()) {
        human.computeIfAbsent(rows.get(i).set(), _ -> new ArrayList<>()).add(i);
      }
    }
    human.forEach(
        (set, members) -> {
          if (rows.get(members.getFirst()).label() == null) {
            printGrades(set, members, language);
          }
        });
    if (human.containsKey("scientsbank train")) {
      printJudgements(human, human.get("scientsbank train"), language);
    }
    printHeld();
    printRules();
  }

  private void printGrades(String set, List<Integer> members, Language language) {
    Agreement agreement =
        Agreement.of(
            graded(members, language),
            members.stream().map(i -> Estimate.of((Assessment) scored[i])).toList());
    print(set + ": r", agreement, Measure.PEARSON, 1);
    print(set + ": RMSE of 5", agreement, Measure.RMSE_OF_100, 5 / 100.0);
    print(set + ": mean r inside a question", agreement, Measure.PEARSON_INSIDE, 1);
    print(set + ": 90 % interval covers", agreement, Measure.INTERVAL_COVERAGE, 1);
    System.out.printf(
        Locale.ROOT,
        "%-52s %.0f points%n",
        set + ": interval's mean width",
        members.stream().mapToInt(i -> scored[i].high() - scored[i].low()).average().orElse(0));
  }

  private void printJudgements(
      Map<String, List<Integer>> human, List<Integer> training, Language language) {
    int from =
        IntStream.rangeClosed(1, 99)
            .boxed()
            .filter(it -> contradictory(judged(training, it, language)) <= CONTRADICTORY)
            .max(Comparator.comparingDouble(it -> macroF1(judged(training, it, language))))
            .orElseThrow();
    System.out.println("judged correct from " + from + " (chosen on the training split)");
    human.forEach(
        (set, members) -> {
          if (rows.get(members.getFirst()).label() != null) {
            Agreement agreement = judged(members, from, language);
            print(set + ": two-way macro F1", agreement, Measure.MACRO_F1, 1);
            print(
                set + ": contradictory judged correct",
                agreement,
                Measure.CONTRADICTORY_JUDGED_CORRECT,
                1);
          }
        });
  }

  /// Everything or nothing, with the border where a score begins to mean that it is correct.
  private Agreement judged(List<Integer> members, int from, Language language) {
    return Agreement.of(
        graded(members, language),
        members.stream().mapToDouble(i -> scored[i].score() >= from ? 100 : 0).toArray());
  }

  private static double contradictory(Agreement agreement) {
    return agreement.figure(Measure.CONTRADICTORY_JUDGED_CORRECT).map(Figure::value).orElseThrow();
  }

  private static double macroF1(Agreement agreement) {
    return agreement.figure(Measure.MACRO_F1).map(Figure::value).orElseThrow();
  }

  private List<GradedAnswer> graded(List<Integer> members, Language language) {
    return members.stream()
        .map(rows::get)
        .map(
            it ->
                new GradedAnswer(
                    it.set(),
                    it.question(),
                    it.question(),
                    List.of(),
                    List.of(),
                    "",
                    language,
                    it.grade(),
                    1,
                    it.label()))
        .toList();
  }

  private static void print(String name, Agreement agreement, Measure measure, double unit) {
    Figure figure = agreement.figure(measure).orElseThrow();
    Figure.Interval interval = figure.interval();
    System.out.printf(
        Locale.ROOT,
        "%-52s %.3f%s  n %d, questions %d%n",
        name,
        unit * figure.value(),
        interval == null
            ? ""
            : String.format(
                Locale.ROOT, " (%.3f-%.3f)", unit * interval.low(), unit * interval.high()),
        figure.answers(),
        figure.questions());
  }

  private void printHeld() {
    Map<Kind, IntPredicate> holds = new EnumMap<>(Kind.class);
    holds.put(Kind.ECHO, i -> scored[i].score() <= 10);
    holds.put(Kind.OFF_TOPIC, i -> scored[i].score() <= 10);
    holds.put(Kind.OTHER_ANSWER, i -> scored[i].score() <= 10);
    holds.put(Kind.KEYWORD_BAG, i -> scored[i].score() <= 40);
    holds.put(Kind.REFERENCE, i -> scored[i].score() >= 90);
    holds.put(
        Kind.NEGATED, i -> scored[i].score() <= 60 || scored[i].rules().contains(Rule.NEGATION));
    holds.forEach(
        (kind, held) ->
            Held.of(
                    IntStream.range(0, scored.length)
                        .filter(i -> rows.get(i).kind() == kind)
                        .mapToObj(i -> new Try(rows.get(i).question(), "", held.test(i)))
                        .toList())
                .print(kind + " held"));
  }

  /// How often a rule spoke of what people wrote, and of how good answers.
  private void printRules() {
    for (Rule rule : Rule.values()) {
      List<Graded> spoke =
          IntStream.range(0, scored.length)
              .filter(i -> rows.get(i).human() && scored[i].rules().contains(rule))
              .mapToObj(rows::get)
              .toList();
      if (!spoke.isEmpty()) {
        System.out.printf(
            Locale.ROOT,
            "%-52s %d times, mean grade %.2f%n",
            rule + " of human answers",
            spoke.size(),
            spoke.stream().mapToDouble(Graded::grade).average().orElse(0));
      }
    }
  }
}
