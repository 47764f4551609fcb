package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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

  private FitCalibration() {}

  static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<BankQuestion> bank = BankQuestion.read(Path.of(args[1]));
    GradedAnswers answers = new GradedAnswers();
    String english = language(answers, Language.ENGLISH, folder, List.of("mohler"), bank);
    String chinese = language(answers, Language.CHINESE, folder, List.of("ads", "le"), bank);
    Files.writeString(
        Path.of(args[2]),
        "# Fitted by FitCalibration on graded answers; see Calibration for the meaning.\n"
            + "# English: all-MiniLM-L6-v2 8 bit; Chinese: bge-small-zh-v1.5 8 bit.\n"
            + english
            + chinese);
  }

  private static String language(
      GradedAnswers answers,
      Language language,
      Path folder,
      List<String> sets,
      List<BankQuestion> bank)
      throws IOException {
    List<GradedAnswer> rows = new ArrayList<>();
    for (String set : sets) {
      rows.addAll(answers.rows(language, set, folder.resolve(set + ".jsonl")));
      double[] millis = answers.takeMillis(0.5, 0.99);
      System.out.printf("%s: p50 %.1f ms, p99 %.1f ms%n", set, millis[0], millis[1]);
    }
    rows.addAll(answers.rows(bank.stream().filter(it -> it.language() == language).toList()));
    answers.takeMillis();
    Agreement agreement = Agreement.of(rows);
    agreement.print();
    CoverageCurve curve = CoverageCurve.fit(rows);
    ScoreKnots knots = ScoreKnots.fit(rows, curve);
    Map<String, double[]> properties = new LinkedHashMap<>();
    properties.put("bias", new double[] {curve.b()[0]});
    properties.put("similarity", new double[] {curve.b()[1]});
    properties.put("recall", new double[] {curve.b()[2]});
    properties.put("covered", new double[] {knots.where(65)});
    properties.put("partly", new double[] {knots.where(35)});
    properties.put("match", new double[] {answers.takeMatch()});
    properties.put("scores", knots.scores());
    properties.put("lows", agreement.ends(0.05));
    properties.put("highs", agreement.ends(0.95));
    String name = language.name().toLowerCase(Locale.ROOT);
    return properties.entrySet().stream()
        .map(it -> name + "." + it.getKey() + "=" + text(it.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String text(double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(it -> String.format(Locale.ROOT, "%.3f", it))
        .collect(Collectors.joining(" "));
  }
}
