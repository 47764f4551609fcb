package dev.mockingbird.benchmarks;

import dev.mockingbird.benchmarks.stage.OtherPeer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What to measure, and on what.
///
/// @param figures empty for all
/// @param jvm options of the service's JVM, over the usual ones
/// @param rate changes a second in each room, where a figure does not say otherwise
record Options(
    List<Integer> figures,
    Path service,
    Path gateway,
    Path scoring,
    List<String> jvm,
    Optional<OtherPeer> peer,
    double rate,
    Duration measured,
    int passes,
    Optional<String> serverCore,
    Path results) {

  static final String USAGE =
      """
      Usage: infra/benchmarks/run [FIGURE…] [OPTION…]

        FIGURE              1 to 10, as in infra/benchmarks/README.md; all of them when none is named
        --service JAR       the interview-service to measure (default: the one built here)
        --gateway JAR       the gateway of figure 9 (default: the one built here)
        --scoring JAR       the scoring-service of figure 10 (default: the one built here)
        --jvm "OPTIONS"     of the service's JVM, after the usual ones
        --peer NAME=PORT    another server to measure beside: a relay of frames by path on that loopback port,
                            or a socket.io one when NAME begins with socket.io; PORT:PID counts its CPU too
        --rate N            changes a second in each room (default 6)
        --seconds N         of each measured pass (default 5)
        --passes N          of each server, in turns (default 3)
        --results FILE      where the JSON lines go (default: infra/benchmarks/target/results.jsonl)
      """;

  /// @param home the source folder
  /// @throws IllegalArgumentException with a sentence, when the arguments are not understood
  static Options parse(List<String> arguments, Path home, @Nullable String serverCore) {
    List<Integer> figures = new ArrayList<>();
    Path service = home.resolve("interview-service/target/interview-service-0.1.0-SNAPSHOT.jar");
    Path gateway = home.resolve("gateway/target/gateway-0.1.0-SNAPSHOT.jar");
    Path scoring = home.resolve("scoring-service/target/scoring-service-0.1.0-SNAPSHOT.jar");
    Path results = home.resolve("infra/benchmarks/target/results.jsonl");
    List<String> jvm = List.of();
    Optional<OtherPeer> peer = Optional.empty();
    double rate = 6;
    long seconds = 5;
    int passes = 3;
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.matches("[1-9]|10")) {
        figures.add(Integer.valueOf(word));
        continue;
      }
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(word + " is not understood, or misses its value.");
      }
      String value = arguments.get(++i);
      switch (word) {
        case "--service" -> service = Path.of(value);
        case "--gateway" -> gateway = Path.of(value);
        case "--scoring" -> scoring = Path.of(value);
        case "--results" -> results = Path.of(value);
        case "--jvm" -> jvm = List.of(value.strip().split("\\s+"));
        case "--peer" -> peer = Optional.of(OtherPeer.parse(value));
        case "--rate" -> rate = Double.parseDouble(value);
        case "--seconds" -> seconds = Long.parseLong(value);
        case "--passes" -> passes = Integer.parseInt(value);
        default -> throw new IllegalArgumentException(word + " is not understood.");
      }
    }
    return new Options(
        List.copyOf(figures),
        service.toAbsolutePath(),
        gateway.toAbsolutePath(),
        scoring.toAbsolutePath(),
        jvm,
        peer,
        rate,
        Duration.ofSeconds(seconds),
        passes,
        Optional.ofNullable(serverCore),
        results.toAbsolutePath());
  }
}
