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
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads graded answers and lays each beside its key points; keeps the time that took and the
/// cosines of what has nothing to do with each other.
final class GradedAnswers {

  private static final double MADE_UP_WEIGHT = 1.6;
  private static final double OTHER_REFERENCE_WEIGHT = 8;
  private static final double REFERENCE_WEIGHT = 12;

  private final JsonMapper json = JsonMapper.builder().build();
  private final AlignmentScorer scorer =
      new AlignmentScorer(
          Map.of(Language.ENGLISH, OnnxEncoder.english(), Language.CHINESE, OnnxEncoder.chinese()));
  private final List<Long> nanos = new ArrayList<>();
  private final List<Double> unrelated = new ArrayList<>();

  /// Answers of one set that people graded, and made-up ones between them.
  List<GradedAnswer> rows(Language language, String set, Path file) throws IOException {
    List<JsonNode> lines = Files.readAllLines(file).stream().map(json::readTree).toList();
    Random random = new Random(7);
    List<GradedAnswer> rows = new ArrayList<>();
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

  private GradedAnswer row(
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

  /// References of our own bank, right and wrong ones.
  List<GradedAnswer> rows(List<BankQuestion> bank) {
    List<GradedAnswer> rows = new ArrayList<>();
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

  private GradedAnswer row(
      BankQuestion of, String answer, String kind, double grade, double weight) {
    Submission submission =
        new Submission(of.title(), List.of(), of.keyPoints(), answer, of.language());
    return row("bank", of.title(), submission, kind, grade, weight);
  }

  private GradedAnswer row(
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
    return new GradedAnswer(set, set + question, kind, grade, weight, best);
  }

  private void rememberUnrelated(Alignment alignment) {
    double[] weights = alignment.keyPoint().weights();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0.3) {
        unrelated.add((double) alignment.cosines().best()[i]);
      }
    }
  }

  /// The time at a share of all answers since the last call, in milliseconds.
  double[] takeMillis(double... shares) {
    nanos.sort(Comparator.naturalOrder());
    double[] millis =
        Arrays.stream(shares).map(share -> nanos.get((int) (nanos.size() * share)) / 1e6).toArray();
    nanos.clear();
    return millis;
  }

  /// The cosine that 95 % of the unrelated words since the last call stay below.
  double takeMatch() {
    unrelated.sort(Comparator.naturalOrder());
    double match = unrelated.get(unrelated.size() * 95 / 100);
    unrelated.clear();
    return match;
  }
}
