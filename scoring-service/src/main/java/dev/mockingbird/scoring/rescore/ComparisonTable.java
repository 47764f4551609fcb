package dev.mockingbird.scoring.rescore;

import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.rescore.Comparison.Difference;
import dev.mockingbird.scoring.rescore.Comparison.Summary;
import java.io.PrintStream;
import java.util.Locale;

/// A comparison for people: a line for each answer that gets something else, then the sums.
final class ComparisonTable {

  private ComparisonTable() {}

  static void print(Comparison comparison, PrintStream out) {
    out.printf("What counts → what %s proposes%n%n", name(comparison.scorer()));
    if (!comparison.differences().isEmpty()) {
      int width =
          comparison.differences().stream().mapToInt(it -> it.interview().length()).max().orElse(0);
      String line = "%-" + Math.max(9, width) + "s  %8s  %7s  %s%n";
      out.printf(line, "interview", "question", "attempt", "score (interval)");
      for (Difference it : comparison.differences()) {
        out.printf(
            line,
            it.interview(),
            it.question(),
            it.attempt(),
            "%s → %s"
                .formatted(
                    it.old() == null ? "not scored yet" : it.old().sentence(),
                    it.proposed().sentence()));
      }
      out.println();
    }
    print(comparison.summary(), out);
  }

  private static void print(Summary sums, PrintStream out) {
    out.printf(
        "%,d answers: %,d up, %,d down, %,d with another interval, %,d the same, %,d where it counts already.%n",
        sums.answers(), sums.up(), sums.down(), sums.interval(), sums.same(), sums.counting());
    if (sums.meanChange() != null) {
      out.printf(Locale.ROOT, "Mean change: %+.2f points.%n", sums.meanChange());
    }
    if (sums.nowScored() + sums.nowNotScored() + sums.otherReason() > 0) {
      out.printf(
          "%,d had no score and would get one, %,d would lose theirs, %,d have none for another reason.%n",
          sums.nowScored(), sums.nowNotScored(), sums.otherReason());
    }
  }

  static String name(Scorer scorer) {
    return scorer.name() + "/" + scorer.version() + "/" + scorer.calibration();
  }
}
