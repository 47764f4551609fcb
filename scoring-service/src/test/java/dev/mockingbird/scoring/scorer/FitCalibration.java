package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.model.OnnxEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Fits `calibration-<version>.properties` on answers that people graded, and prints how well it
/// agrees with them on questions it was not fitted on.
///
/// `java … FitCalibration FOLDER BANK OUT`, where FOLDER has JSON Lines `mohler`, `ads` and `le`
/// with `questionId, question, references[], answer, grade, maxGrade`. The data itself is not ours
/// to ship. BANK is our starter bank: a reference, which deserves everything by its own key points,
/// and references of other questions, which deserve nothing however long they are. Made-up answers
/// that deserve nothing (another question's answer, the question repeated) are mixed in, or
/// off-topic text would earn points. Because calibrations do not carry over from one set of graders
/// to another, the fitted curve is only half of the way from the plain mean of the coverages.
final class FitCalibration {

  private static final double MADE_UP_WEIGHT = 1.6;
  private static final double OTHER_REFERENCE_WEIGHT = 8;
  private static final java.util.Set<String> RATED = java.util.Set.of("human", "off-topic");
  private static final double REFERENCE_WEIGHT = 12;
  private static final int KNOTS = 11;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<Language, TokenEncoder> encoders =
      Map.of(Language.ENGLISH, OnnxEncoder.english(), Language.CHINESE, OnnxEncoder.chinese());
  private final AlignmentScorer scorer = new AlignmentScorer(encoders);
  private final List<Long> nanos = new ArrayList<>();
  private final List<Double> unrelated = new ArrayList<>();

  /// @param features similarity and recall of each key point
  private record Row(
      String set, String question, String kind, double grade, double weight, double[][] features) {}

  static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<BankQuestion> bank = BankQuestion.read(Path.of(args[1]));
    FitCalibration fit = new FitCalibration();
    String english = fit.language(Language.ENGLISH, folder, List.of("mohler"), bank);
    String chinese = fit.language(Language.CHINESE, folder, List.of("ads", "le"), bank);
    Files.writeString(
        Path.of(args[2]),
        "# Fitted by FitCalibration on graded answers; see Calibration for the meaning.\n"
            + "# English: all-MiniLM-L6-v2 8 bit; Chinese: bge-small-zh-v1.5 8 bit.\n"
            + english
            + chinese);
  }

  private String language(
      Language language, Path folder, List<String> sets, List<BankQuestion> bank)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    unrelated.clear();
    for (String set : sets) {
      nanos.clear();
      rows.addAll(rows(language, set, folder.resolve(set + ".jsonl")));
      nanos.sort(Comparator.naturalOrder());
      System.out.printf(
          "%s: p50 %.1f ms, p99 %.1f ms%n",
          set, nanos.get(nanos.size() / 2) / 1e6, nanos.get(nanos.size() * 99 / 100) / 1e6);
    }
    rows.addAll(rows(language, bank.stream().filter(it -> it.language() == language).toList()));
    double[] predicted = new double[rows.size()];
    List<String> folds = rows.stream().map(Row::question).distinct().toList();
    for (String fold : folds) {
      List<Row> others = rows.stream().filter(it -> !it.question().equals(fold)).toList();
      double[] curve = logistic(others);
      double[] knots = knots(others, curve);
      for (int i = 0; i < predicted.length; i++) {
        if (rows.get(i).question().equals(fold)) {
          predicted[i] = at(knots, coverage(rows.get(i), curve));
        }
      }
    }
    print(rows, predicted);
    double[] curve = logistic(rows);
    double[] knots = knots(rows, curve);
    String name = language.name().toLowerCase(Locale.ROOT);
    unrelated.sort(Comparator.naturalOrder());
    return name
        + ".bias="
        + text(curve[0])
        + "\n"
        + name
        + ".similarity="
        + text(curve[1])
        + "\n"
        + name
        + ".recall="
        + text(curve[2])
        + "\n"
        + name
        + ".covered="
        + text(where(knots, 65))
        + "\n"
        + name
        + ".partly="
        + text(where(knots, 35))
        + "\n"
        + name
        + ".match="
        + text(unrelated.get(unrelated.size() * 95 / 100))
        + "\n"
        + name
        + ".scores="
        + text(knots)
        + "\n"
        + name
        + ".lows="
        + text(ends(rows, predicted, 0.05))
        + "\n"
        + name
        + ".highs="
        + text(ends(rows, predicted, 0.95))
        + "\n";
  }

  private List<Row> rows(Language language, String set, Path file) throws IOException {
    List<JsonNode> lines = Files.readAllLines(file).stream().map(json::readTree).toList();
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>();
    for (JsonNode line : lines) {
      double grade = line.required("grade").asDouble() / line.required("maxGrade").asDouble();
      rows.add(row(language, set, line, line.required("answer").asString(), "human", grade, 1));
      if (random.nextInt(4) == 0) {
        JsonNode other = lines.get(random.nextInt(lines.size()));
        if (!other.required("questionId").equals(line.required("questionId"))) {
          String text = other.required("answer").asString();
          rows.add(row(language, set, line, text, "off-topic", 0, MADE_UP_WEIGHT));
        }
        String question = line.required("question").asString();
        rows.add(row(language, set, line, question, "echo", 0, MADE_UP_WEIGHT / 2));
      }
    }
    return rows;
  }

  private Row row(
      Language language,
      String set,
      JsonNode line,
      String answer,
      String kind,
      double grade,
      double weight) {
    List<String> references =
        line.required("references").valueStream().map(JsonNode::asString).toList();
    return row(
        set,
        line.required("questionId").asString(),
        new Submission(
            line.required("question").asString(), references, List.of(), answer, language),
        kind,
        grade,
        weight);
  }

  private List<Row> rows(Language language, List<BankQuestion> bank) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < bank.size(); i++) {
      BankQuestion own = bank.get(i);
      rows.add(row(own, own.reference(), "reference", 1, REFERENCE_WEIGHT));
      rows.add(row(own, own.firstHalf(), "half reference", 0.6, 0));
      for (int step = 3; step <= 23; step += 5) {
        String other = bank.get((i + step) % bank.size()).reference();
        rows.add(row(own, other, "off-topic", 0, OTHER_REFERENCE_WEIGHT));
      }
    }
    return rows;
  }

  private Row row(BankQuestion of, String answer, String kind, double grade, double weight) {
    Submission submission =
        new Submission(of.title(), List.of(), of.keyPoints(), answer, of.language());
    return row("bank", of.title(), submission, kind, grade, weight);
  }

  private Row row(
      String set,
      String question,
      Submission submission,
      String kind,
      double grade,
      double weight) {
    long start = System.nanoTime();
    double[][] best = new double[0][];
    double bestSum = -1;
    for (List<KeyPoint> points : AlignmentScorer.choices(submission)) {
      var comparison = scorer.compare(submission, points);
      double[][] features =
          comparison.alignments().stream()
              .map(it -> new double[] {it.similarity(), it.recall()})
              .toArray(double[][]::new);
      double sum = Arrays.stream(features).mapToDouble(it -> it[0] + it[1]).average().orElse(0);
      if (sum > bestSum) {
        bestSum = sum;
        best = features;
      }
      if (kind.equals("off-topic")) {
        comparison.alignments().forEach(this::rememberUnrelated);
      }
    }
    nanos.add(System.nanoTime() - start);
    return new Row(set, set + question, kind, grade, weight, best);
  }

  private void rememberUnrelated(Alignment alignment) {
    double[] weights = alignment.keyPoint().weights();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0.3) {
        unrelated.add((double) alignment.cosines().best()[i]);
      }
    }
  }

  /// The curve whose mean over an answer's key points is nearest to the grade (weighted least
  /// squares, by Levenberg and Marquardt's method).
  private static double[] logistic(List<Row> rows) {
    double[] b = {-4, 7, 2};
    double damping = 1;
    double error = error(rows, b);
    for (int round = 0; round < 60; round++) {
      double[] gradient = new double[3];
      double[][] hessian = new double[3][3];
      for (Row row : rows) {
        double[] slope = slope(row, b);
        double miss = row.grade() - coverage(row, b);
        for (int i = 0; i < 3; i++) {
          gradient[i] += row.weight() * miss * slope[i];
          for (int j = 0; j < 3; j++) {
            hessian[i][j] += row.weight() * slope[i] * slope[j];
          }
        }
      }
      for (int i = 0; i < 3; i++) {
        hessian[i][i] *= 1 + damping;
      }
      double[] step = solve(hessian, gradient);
      double[] next = {b[0] + step[0], b[1] + step[1], b[2] + step[2]};
      double nextError = error(rows, next);
      damping = nextError < error ? damping / 3 : damping * 4;
      if (nextError < error) {
        b = next;
        error = nextError;
      }
    }
    return b;
  }

  private static double error(List<Row> rows, double[] b) {
    return rows.stream()
        .mapToDouble(row -> row.weight() * Math.pow(row.grade() - coverage(row, b), 2))
        .sum();
  }

  /// Of the mean coverage, by each coefficient.
  private static double[] slope(Row row, double[] b) {
    double[] slope = new double[3];
    for (double[] it : row.features()) {
      double p = Calibration.logistic(b[0] + b[1] * it[0] + b[2] * it[1]);
      double each = p * (1 - p) / row.features().length;
      slope[0] += each;
      slope[1] += each * it[0];
      slope[2] += each * it[1];
    }
    return slope;
  }

  private static double[] solve(double[][] a, double[] y) {
    double[] x = y.clone();
    for (int i = 0; i < 3; i++) {
      for (int k = i + 1; k < 3; k++) {
        double factor = a[k][i] / a[i][i];
        for (int j = i; j < 3; j++) {
          a[k][j] -= factor * a[i][j];
        }
        x[k] -= factor * x[i];
      }
    }
    for (int i = 2; i >= 0; i--) {
      for (int j = i + 1; j < 3; j++) {
        x[i] -= a[i][j] * x[j];
      }
      x[i] /= a[i][i];
    }
    return x;
  }

  private static double coverage(Row row, double[] b) {
    return Arrays.stream(row.features())
        .mapToDouble(it -> Calibration.logistic(b[0] + b[1] * it[0] + b[2] * it[1]))
        .average()
        .orElse(0);
  }

  /// Isotonic regression of the grade on the coverage (pool adjacent violators), read off at even
  /// steps; nothing covered is 0, everything is 100.
  private static double[] knots(List<Row> rows, double[] curve) {
    List<double[]> pools = new ArrayList<>();
    rows.stream()
        .filter(row -> row.weight() > 0)
        .map(row -> new double[] {coverage(row, curve), row.grade(), row.weight()})
        .sorted(Comparator.comparingDouble(it -> it[0]))
        .forEach(
            point -> {
              double[] pool = {point[0] * point[2], point[1] * point[2], point[2]};
              while (!pools.isEmpty()
                  && pools.getLast()[1] / pools.getLast()[2] >= pool[1] / pool[2]) {
                double[] before = pools.removeLast();
                for (int i = 0; i < 3; i++) {
                  pool[i] += before[i];
                }
              }
              pools.add(pool);
            });
    List<double[]> line = new ArrayList<>();
    line.add(new double[] {0, 0});
    pools.stream()
        .filter(it -> it[2] >= 8)
        .forEach(it -> line.add(new double[] {it[0] / it[2], 100 * it[1] / it[2]}));
    line.add(new double[] {1, 100});
    return IntStream.range(0, KNOTS)
        .mapToDouble(i -> i / (KNOTS - 1.0))
        .map(coverage -> (interpolated(line, coverage) + 100 * coverage) / 2)
        .toArray();
  }

  private static double interpolated(List<double[]> line, double x) {
    for (int i = 1; i < line.size(); i++) {
      double[] left = line.get(i - 1);
      double[] right = line.get(i);
      if (x <= right[0]) {
        double share = right[0] == left[0] ? 1 : (x - left[0]) / (right[0] - left[0]);
        return left[1] + share * (right[1] - left[1]);
      }
    }
    return 100;
  }

  private static double at(double[] knots, double x) {
    double place = Math.clamp(x, 0, 1) * (knots.length - 1);
    int left = Math.min((int) place, knots.length - 2);
    return knots[left] + (place - left) * (knots[left + 1] - knots[left]);
  }

  private static double where(double[] knots, double score) {
    for (int i = 0; i <= 1000; i++) {
      if (at(knots, i / 1000.0) >= score) {
        return i / 1000.0;
      }
    }
    return 1;
  }

  /// Quantile of the grade among answers scored about as high, on unseen questions. Grades that are
  /// only right or wrong say nothing about an interval.
  private static double[] ends(List<Row> rows, double[] predicted, double quantile) {
    double[] ends = new double[KNOTS];
    for (int knot = 0; knot < KNOTS; knot++) {
      double score = 100.0 * knot / (KNOTS - 1);
      double[] near =
          IntStream.range(0, predicted.length)
              .filter(i -> RATED.contains(rows.get(i).kind()) && !rows.get(i).set().equals("le"))
              .boxed()
              .sorted(Comparator.comparingDouble(i -> Math.abs(predicted[i] - score)))
              .limit(150)
              .mapToDouble(i -> 100 * rows.get(i).grade() - predicted[i])
              .sorted()
              .toArray();
      ends[knot] = Math.clamp(score + near[(int) (quantile * (near.length - 1))], 0, 100);
    }
    return ends;
  }

  private static void print(List<Row> rows, double[] predicted) {
    Map<String, List<Integer>> groups =
        IntStream.range(0, rows.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> rows.get(i).set() + " " + rows.get(i).kind(),
                    java.util.TreeMap::new,
                    Collectors.toList()));
    groups.forEach(
        (group, members) -> {
          double[] score = members.stream().mapToDouble(i -> predicted[i]).toArray();
          double[] grade = members.stream().mapToDouble(i -> 100 * rows.get(i).grade()).toArray();
          double[] sorted = score.clone();
          Arrays.sort(sorted);
          double squares = 0;
          for (int i = 0; i < score.length; i++) {
            squares += (score[i] - grade[i]) * (score[i] - grade[i]);
          }
          System.out.printf(
              Locale.ROOT,
              "%-18s n %4d  r %.3f  rmse(0-5) %.3f  p10 %.0f p50 %.0f p90 %.0f p95 %.0f%n",
              group,
              score.length,
              correlation(score, grade),
              Math.sqrt(squares / score.length) / 20,
              sorted[sorted.length / 10],
              sorted[sorted.length / 2],
              sorted[sorted.length * 9 / 10],
              sorted[sorted.length * 95 / 100]);
        });
  }

  private static double correlation(double[] x, double[] y) {
    double mx = Arrays.stream(x).average().orElse(0);
    double my = Arrays.stream(y).average().orElse(0);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static String text(double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(it -> String.format(Locale.ROOT, "%.3f", it))
        .collect(Collectors.joining(" "));
  }
}
