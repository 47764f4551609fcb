package dev.mockingbird.benchmarks.figure;

import dev.mockingbird.benchmarks.load.AnswerRoom;
import dev.mockingbird.benchmarks.load.Answers;
import dev.mockingbird.benchmarks.load.KafkaRoundTrip;
import dev.mockingbird.benchmarks.load.Latencies;
import dev.mockingbird.benchmarks.stage.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// From a submitted answer to its score on the interviewer's screen: on disk, through Kafka,
/// scored, and through Kafka again; beside one round trip of Kafka alone.
record AnswerToScore(int number, int interviews, Duration every, Bound millis) implements Figure {

  private static final Duration UNTIL_WARM = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(40);
  private static final int TOGETHER = 5;

  @Override
  public List<Line> measure(Stage stage, Turns turns) throws IOException {
    double rate = interviews / (every.toNanos() / 1e9);
    String kafka = stage.kafka();
    List<AnswerRoom> rooms = stage.scoredRooms(interviews);
    try {
      Answers.paced(rooms, every, UNTIL_WARM);
      Latencies floor = KafkaRoundTrip.measure(kafka, rate, MEASURED.dividedBy(2));
      Latencies paced = Answers.paced(rooms, every, MEASURED);
      Answers.Burst together = Answers.together(rooms, TOGETHER, stage.scoringCpu());
      return List.of(
          line("answer to score p99, %d interviews".formatted(interviews), paced, ""),
          new Line(
              number,
              "the same p50, in round trips of Kafka",
              paced.p50() / floor.p50(),
              "x",
              null,
              detail("round trip", floor),
              ""),
          line(
              "%d answers in the same moment, p99".formatted(interviews),
              together.latencies(),
              "; ms of the core each: " + cores(together.cpuMicros())));
    } finally {
      rooms.forEach(AnswerRoom::close);
      stage.stopScoring();
    }
  }

  private Line line(String what, Latencies took, String more) {
    return new Line(number, what, took.p99(), "ms", millis, detail("answer", took) + more, "");
  }

  private static String cores(Map<String, Double> micros) {
    return new TreeMap<>(micros)
        .entrySet().stream()
            .map(it -> String.format(Locale.ROOT, "%s %.1f", it.getKey(), it.getValue() / 1e3))
            .collect(Collectors.joining(", "));
  }

  private static String detail(String what, Latencies took) {
    return String.format(
        Locale.ROOT,
        "%s p50 %.1f ms, p99 %.1f ms, longest %.1f ms, %d of them",
        what,
        took.p50(),
        took.p99(),
        took.longest(),
        took.count());
  }
}
