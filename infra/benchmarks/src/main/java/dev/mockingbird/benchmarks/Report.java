package dev.mockingbird.benchmarks;

import dev.mockingbird.benchmarks.figure.Line;
import dev.mockingbird.benchmarks.load.Latencies;
import dev.mockingbird.benchmarks.load.Pass;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A table for people at the end, and a JSON line for programs as soon as something is known.
final class Report {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ROW = "%-2s %-48s %12s %9s %9s  %-12s %s%n";

  private final Path results;
  private final List<Line> lines = new ArrayList<>();

  Report(Path results) throws IOException {
    this.results = results;
    Files.createDirectories(results.toAbsolutePath().getParent());
    Files.writeString(results, "");
  }

  void add(Pass pass) {
    ObjectNode json = JSON.createObjectNode();
    json.put("pass", pass.server())
        .put("rooms", pass.rooms())
        .put("offeredPerSecond", round(pass.offered()))
        .put("sentPerSecond", round(pass.sent()))
        .put("deliveredPerSecond", round(pass.delivered()));
    json.set("fromSent", json(pass.fromSent()));
    json.set("fromDue", json(pass.fromDue()));
    json.set("toAcknowledged", json(pass.toAcknowledged()));
    json.set("generatorLate", json(pass.lateness()));
    pass.cpuMicros().forEach((process, micros) -> json.put("cpuMicros." + process, round(micros)));
    if (!pass.violations().isEmpty()) {
      json.set("violations", JSON.valueToTree(pass.violations()));
    }
    write(json);
  }

  void add(Line line) {
    lines.add(line);
    ObjectNode json = JSON.createObjectNode();
    json.put("figure", line.figure())
        .put("what", line.what())
        .put("value", round(line.value()))
        .put("unit", line.unit())
        .put("detail", line.detail());
    if (!line.doubt().isEmpty()) {
      json.put("doubt", line.doubt());
    }
    write(json);
  }

  void print(PrintStream out) {
    out.printf(ROW, "", "figure", "value", "must", "aim", "", "");
    lines.stream().sorted(Comparator.comparingInt(Line::figure)).forEach(line -> print(line, out));
  }

  private static void print(Line line, PrintStream out) {
    var bound = line.bound();
    String verdict =
        bound == null ? "" : line.doubt().isEmpty() ? bound.verdict(line.value()) : "IN DOUBT";
    out.printf(
        Locale.ROOT,
        ROW,
        line.figure(),
        line.what(),
        number(line.value()) + " " + line.unit(),
        bound == null ? "" : bound.text(bound.must()),
        bound == null ? "" : bound.text(bound.aim()),
        verdict,
        line.doubt().isEmpty() ? line.detail() : line.detail() + " [" + line.doubt() + "]");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }

  private static ObjectNode json(Latencies latencies) {
    return JSON.createObjectNode()
        .put("count", latencies.count())
        .put("p50", round(latencies.p50()))
        .put("p90", round(latencies.millis(90)))
        .put("p99", round(latencies.p99()))
        .put("p999", round(latencies.millis(99.9)))
        .put("max", round(latencies.longest()));
  }

  /// JSON has no NaN: what is unknown is -1.
  private static double round(double value) {
    return Double.isNaN(value) ? -1 : Math.round(value * 1_000) / 1_000.0;
  }

  private void write(ObjectNode json) {
    try {
      Files.writeString(results, json + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
