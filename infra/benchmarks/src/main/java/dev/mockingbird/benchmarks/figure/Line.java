package dev.mockingbird.benchmarks.figure;

import org.jspecify.annotations.Nullable;

/// One line of the table.
///
/// @param unit of the value, `x` for a ratio
/// @param bound absent for what is only shown beside
/// @param detail what the value was made of
/// @param doubt what was violated while it was measured; empty when it can be believed
public record Line(
    int figure,
    String what,
    double value,
    String unit,
    @Nullable Bound bound,
    String detail,
    String doubt) {}
