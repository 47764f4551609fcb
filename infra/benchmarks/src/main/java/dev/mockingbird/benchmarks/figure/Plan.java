package dev.mockingbird.benchmarks.figure;

import java.time.Duration;

/// How long and how hard.
///
/// @param rate changes a second in each room
/// @param measured of each pass
/// @param passes of each server
public record Plan(double rate, Duration measured, int passes) {}
