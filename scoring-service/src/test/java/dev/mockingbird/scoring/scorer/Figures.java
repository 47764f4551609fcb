package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.agreement.GradedAnswer.Label;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Graded.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The table of figures: each with a 95 % bootstrap interval, resampled by question.
final class Figures {

  private static final int DRAWS = 1000;

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
            figure(set + ": r", members, this::correlation);
            figure(set + ": RMSE of 5", members, this::rmse);
            figure(set + ": mean r inside a question", members, this::inside);
            figure(set + ": 90 % interval covers", members, this::covered);
            double width =
                members.stream()
                    .mapToInt(i -> scored[i].high() - scored[i].low())
                    .average()
                    .orElse(0);
            System.out.printf(
                Locale.ROOT, "%-52s %.0f points%n", set + ": interval's mean width", width);
          }
        });
    List<Integer> train = human.get("scientsbank train");
    if (train != null) {
      double from =
          IntStream.rangeClosed(1, 99)
              .boxed()
              .max(Comparator.comparingDouble(t -> macroF1(train, t)))
              .orElseThrow();
      System.out.println("judged correct from " + from + " (chosen on the training split)");
      human.forEach(
          (set, members) -> {
            if (rows.get(members.getFirst()).label() != null) {
              figure(set + ": two-way macro F1", members, it -> macroF1(it, from));
              figure(
                  set + ": contradictory judged correct",
                  members.stream().filter(i -> rows.get(i).label() == Label.CONTRADICTORY).toList(),
                  it -> share(it, i -> scored[i].score() >= from));
            }
          });
    }
    Map<Kind, Function<Integer, Boolean>> holds = new EnumMap<>(Kind.class);
    holds.put(Kind.ECHO, i -> scored[i].score() <= 10);
    holds.put(Kind.OFF_TOPIC, i -> scored[i].score() <= 10);
    holds.put(Kind.OTHER_ANSWER, i -> scored[i].score() <= 10);
    holds.put(Kind.KEYWORD_BAG, i -> scored[i].score() <= 40);
    holds.put(Kind.REFERENCE, i -> scored[i].score() >= 90);
    holds.put(
        Kind.NEGATED, i -> scored[i].score() <= 60 || scored[i].rules().contains(Rule.NEGATION));
    holds.forEach(
        (kind, held) ->
            figure(
                kind + " held",
                IntStream.range(0, scored.length)
                    .filter(i -> rows.get(i).kind() == kind)
                    .boxed()
                    .toList(),
                it -> share(it, held)));
    printRules();
  }

  /// How often a rule spoke of what people wrote, and of how good answers.
  private void printRules() {
    for (Rule rule : Rule.values()) {
      List<Integer> spoke =
          IntStream.range(0, scored.length)
              .filter(i -> rows.get(i).human() && scored[i].rules().contains(rule))
              .boxed()
              .toList();
      if (!spoke.isEmpty()) {
        System.out.printf(
            Locale.ROOT,
            "%-52s %d times, mean grade %.2f%n",
            rule + " of human answers",
            spoke.size(),
            spoke.stream().mapToDouble(i -> rows.get(i).grade()).average().orElse(0));
      }
    }
  }

  private void figure(String name, List<Integer> members, Function<List<Integer>, Double> value) {
    if (members.isEmpty()) {
      return;
    }
    Map<String, List<Integer>> questions = new HashMap<>();
    members.forEach(
        i ->
            questions
                .computeIfAbsent(rows.get(i).set() + rows.get(i).question(), _ -> new ArrayList<>())
                .add(i));
    List<List<Integer>> groups = List.copyOf(new TreeMap<>(questions).values());
    Random random = new Random(5);
    double[] draws = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      List<Integer> drawn = new ArrayList<>();
      for (int q = 0; q < groups.size(); q++) {
        drawn.addAll(groups.get(random.nextInt(groups.size())));
      }
      draws[draw] = value.apply(drawn);
    }
    Arrays.sort(draws);
    System.out.printf(
        Locale.ROOT,
        "%-52s %.3f (%.3f-%.3f)  n %d, questions %d%n",
        name,
        value.apply(members),
        draws[(int) (0.025 * DRAWS)],
        draws[(int) (0.975 * DRAWS)],
        members.size(),
        groups.size());
  }

  private double correlation(List<Integer> of) {
    return dev.mockingbird.scoring.agreement.Ranks.pearson(
        of.stream().mapToDouble(i -> scored[i].score()).toArray(),
        of.stream().mapToDouble(i -> rows.get(i).grade()).toArray());
  }

  private double rmse(List<Integer> of) {
    return 5
        * Math.sqrt(
            of.stream()
                .mapToDouble(i -> Math.pow(scored[i].score() / 100.0 - rows.get(i).grade(), 2))
                .average()
                .orElse(0));
  }

  private double inside(List<Integer> of) {
    Map<String, List<Integer>> questions = new HashMap<>();
    of.forEach(
        i -> questions.computeIfAbsent(rows.get(i).question(), _ -> new ArrayList<>()).add(i));
    return questions.values().stream()
        .mapToDouble(this::correlation)
        .filter(Double::isFinite)
        .average()
        .orElse(0);
  }

  private double covered(List<Integer> of) {
    return share(
        of,
        i -> {
          double grade = 100 * rows.get(i).grade();
          return scored[i].low() <= grade && grade <= scored[i].high();
        });
  }

  private double macroF1(List<Integer> of, double from) {
    double sum = 0;
    for (boolean correct : new boolean[] {true, false}) {
      int both = 0;
      int judged = 0;
      int labelled = 0;
      for (int i : of) {
        boolean is = (rows.get(i).label() == Label.CORRECT) == correct;
        boolean said = (scored[i].score() >= from) == correct;
        both += is && said ? 1 : 0;
        judged += said ? 1 : 0;
        labelled += is ? 1 : 0;
      }
      sum += 2.0 * both / (judged + labelled);
    }
    return sum / 2;
  }

  private static double share(List<Integer> of, Function<Integer, Boolean> holds) {
    return of.stream().mapToDouble(i -> holds.apply(i) ? 1 : 0).average().orElse(0);
  }
}
