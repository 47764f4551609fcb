package dev.mockingbird.faults;

import java.util.ArrayList;
import java.util.List;

/// What a check found.
///
/// @param changes marks found in journals
/// @param acknowledged changes whose command was acknowledged
/// @param shown entries that pages were shown
record Verdict(List<String> violations, long changes, long acknowledged, long shown) {

  static final Verdict NOTHING = new Verdict(List.of(), 0, 0, 0);

  Verdict and(Verdict other) {
    List<String> all = new ArrayList<>(violations);
    all.addAll(other.violations);
    return new Verdict(
        List.copyOf(all),
        changes + other.changes,
        acknowledged + other.acknowledged,
        shown + other.shown);
  }

  Verdict with(List<String> more) {
    return and(new Verdict(more, 0, 0, 0));
  }
}
