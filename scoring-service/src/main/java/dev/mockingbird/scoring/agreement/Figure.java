package dev.mockingbird.scoring.agreement;

import org.jspecify.annotations.Nullable;

/// A value with how far it can be trusted.
///
/// @param interval 95 % of it, or null where too few questions say too little for one
/// @param answers over how many it was taken
/// @param questions to how many questions these are
public record Figure(double value, @Nullable Interval interval, int answers, int questions) {

  public record Interval(double low, double high) {}
}
