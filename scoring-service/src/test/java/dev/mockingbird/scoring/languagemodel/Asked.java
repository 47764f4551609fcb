package dev.mockingbird.scoring.languagemodel;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.KeyPointScore;
import dev.mockingbird.events.ScoreEvent.Span;
import dev.mockingbird.events.ScoreEvent.Verdict;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Submission;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One answer with its offline assessment, and a model that is asked about it.
final class Asked {

  static final String KEY = "sk-very-secret-4711";
  static final String ANSWER =
      "RDB takes a snapshot at intervals, AOF appends every write command.";
  static final Submission SUBMISSION =
      new Submission(
          "How does Redis keep its data?",
          List.of("RDB writes snapshots. AOF appends every write."),
          List.of(new KeyPoint("RDB writes snapshots", 3), new KeyPoint("AOF appends writes", 1)),
          ANSWER,
          Language.ENGLISH);
  static final Scored OFFLINE =
      new Scored(
          60,
          45,
          75,
          List.of(),
          List.of(
              new KeyPointScore(
                  "RDB writes snapshots",
                  3,
                  Verdict.PARTLY,
                  0.6,
                  List.of(new Span(0, 20)),
                  List.of("writes"),
                  List.of()),
              new KeyPointScore(
                  "AOF appends writes",
                  1,
                  Verdict.COVERED,
                  0.9,
                  List.of(new Span(35, 46)),
                  List.of(),
                  List.of())));

  /// Long enough for a busy machine: nothing that answers takes it.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SecondOpinion opinion;

  private Asked(LanguageModelSettings settings, Assessment offline, Duration leftAloneFor) {
    opinion =
        new SecondOpinion(
            "tiny",
            "2",
            _ -> offline,
            new LanguageModel(
                new ChatCompletions(settings, Duration.ofMillis(1)),
                settings.deadline(),
                settings.concurrency(),
                leftAloneFor),
            meters);
  }

  static Asked at(String url) {
    return at(url, OFFLINE);
  }

  static Asked at(String url, Assessment offline) {
    return new Asked(settings(url, PATIENCE, 4), offline, Duration.ofHours(1));
  }

  static Asked within(Duration deadline, String url) {
    return new Asked(settings(url, deadline, 4), OFFLINE, Duration.ofHours(1));
  }

  static Asked oneAtATime(Duration deadline, String url) {
    return new Asked(settings(url, deadline, 1), OFFLINE, Duration.ofHours(1));
  }

  static Asked leftAloneFor(Duration time, String url) {
    return new Asked(settings(url, PATIENCE, 4), OFFLINE, time);
  }

  static LanguageModelSettings settings(String url, Duration deadline, int concurrency) {
    return new LanguageModelSettings(URI.create(url), "tiny", KEY, deadline, concurrency, 512);
  }

  /// Verdicts for the key points in order, as the model is asked to write them: `COVERED some
  /// quote`.
  static String verdicts(String... each) {
    return IntStream.range(0, each.length)
        .mapToObj(
            i -> {
              String[] parts = each[i].split(" ", 2);
              return "{\"keyPoint\":%d,\"verdict\":\"%s\",\"quote\":%s}"
                  .formatted(
                      i + 1,
                      parts[0],
                      ModelServer.JSON.writeValueAsString(parts.length == 2 ? parts[1] : ""));
            })
        .collect(Collectors.joining(",", "{\"verdicts\":[", "]}"));
  }

  SecondOpinion opinion() {
    return opinion;
  }

  Scored scored() {
    return scored(ANSWER);
  }

  Scored scored(String answer) {
    return (Scored) opinion.orOffline(submission(answer));
  }

  static Submission submission(String answer) {
    return new Submission(
        SUBMISSION.question(),
        SUBMISSION.references(),
        SUBMISSION.keyPoints(),
        answer,
        SUBMISSION.language());
  }

  /// How often it came out so: `answered`, or the reason of a failure.
  long outcomes(String outcome) {
    var timer = meters.find("mockingbird.language.model.duration").tag("outcome", outcome).timer();
    return timer == null ? 0 : timer.count();
  }
}
