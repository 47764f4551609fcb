package dev.mockingbird.benchmarks.figure;

import java.util.Locale;

/// What a figure has to reach, and what it should.
///
/// @param atMost whether less is better
/// @param must NaN when there is none, and so is `aim`
public record Bound(boolean atMost, double must, double aim) {

  static Bound atMost(double must, double aim) {
    return new Bound(true, must, aim);
  }

  static Bound mustBeAtMost(double must) {
    return new Bound(true, must, Double.NaN);
  }

  static Bound aimAtMost(double aim) {
    return new Bound(true, Double.NaN, aim);
  }

  static Bound atLeast(double must, double aim) {
    return new Bound(false, must, aim);
  }

  public String verdict(double value) {
    if (Double.isNaN(value)) {
      return "not measured";
    }
    if (reached(value, aim)) {
      return "aim reached";
    }
    return reached(value, must) ? "must reached" : Double.isNaN(must) ? "aim missed" : "MISSED";
  }

  public String text(double limit) {
    if (Double.isNaN(limit)) {
      return "";
    }
    return (atMost ? "<= " : ">= ")
        + (limit == Math.rint(limit)
            ? String.format(Locale.ROOT, "%.0f", limit)
            : String.format(Locale.ROOT, "%s", limit));
  }

  private boolean reached(double value, double limit) {
    return atMost ? value <= limit : value >= limit;
  }
}
