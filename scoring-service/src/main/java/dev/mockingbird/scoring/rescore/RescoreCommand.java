package dev.mockingbird.scoring.rescore;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.DurableProducer;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.LogReader;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.events.AnswerScores;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.agreement.CalibratedScorer;
import dev.mockingbird.scoring.agreement.CalibrationRefused;
import dev.mockingbird.scoring.agreement.InstalledScorer;
import dev.mockingbird.scoring.answer.Acceptance;
import dev.mockingbird.scoring.answer.MeasuredScorer;
import dev.mockingbird.scoring.answer.ScoreTopic;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// `./mockingbird rescore`. Reads the installation's addresses from the environment.
public final class RescoreCommand {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISUNDERSTOOD = 2;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RescoreOptions options;
  private final Map<String, String> environment;
  private final Callable<MeasuredScorer> current;
  private final PrintStream out;
  private final PrintStream err;

  private RescoreCommand(
      RescoreOptions options,
      Map<String, String> environment,
      Callable<MeasuredScorer> current,
      PrintStream out,
      PrintStream err) {
    this.options = options;
    this.environment = environment;
    this.current = current;
    this.out = out;
    this.err = err;
  }

  static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int result = run(List.of(arguments), System.getenv(), RescoreCommand::scorer, out, err);
    out.flush();
    System.exit(result);
  }

  private static MeasuredScorer scorer() throws CalibrationRefused {
    CalibratedScorer scorer = InstalledScorer.load(calibration(System.getenv()));
    return new MeasuredScorer(scorer.name(), scorer, new SimpleMeterRegistry());
  }

  /// Null: the shipped one.
  private static @Nullable Path calibration(Map<String, String> environment) {
    String file = environment.getOrDefault(InstalledScorer.CALIBRATION_VARIABLE, "");
    return file.isBlank() ? null : Path.of(file);
  }

  /// @return 0 when all is done, 1 when it is not, 2 when it was not understood
  static int run(
      List<String> arguments,
      Map<String, String> environment,
      Callable<MeasuredScorer> current,
      PrintStream out,
      PrintStream err) {
    RescoreOptions options;
    try {
      options = RescoreOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(RescoreOptions.USAGE);
      return MISUNDERSTOOD;
    }
    return new RescoreCommand(options, environment, current, out, err).run();
  }

  private int run() {
    String kafka = environment.get("MOCKINGBIRD_KAFKA_BOOTSTRAP");
    String redis = environment.get("MOCKINGBIRD_REDIS_URL");
    String keyFile = environment.get("MOCKINGBIRD_INSTALLATION_KEY_FILE");
    if (kafka == null || redis == null || keyFile == null) {
      err.println(
          "The installation's addresses are missing: start it with ./mockingbird up, or set"
              + " MOCKINGBIRD_KAFKA_BOOTSTRAP, MOCKINGBIRD_REDIS_URL and"
              + " MOCKINGBIRD_INSTALLATION_KEY_FILE.");
      return MISUNDERSTOOD;
    }
    Shards shards =
        new Shards(Integer.parseInt(environment.getOrDefault("MOCKINGBIRD_SHARDS", "8")));
    try (RedisClient client = RedisClient.create(redis);
        var connection = client.connect();
        Producer<String, String> producer = DurableProducer.create(kafka)) {
      EventCodec codec =
          new EventCodec(
              "default",
              new DataKeys(
                  connection, shards, InstallationKey.read(Path.of(keyFile)), new SecureRandom()));
      return run(kafka, codec, new ScoreTopic(producer, codec));
    } catch (RedisException e) {
      err.println("Redis does not answer; run the same again. " + e.getMessage());
    } catch (KafkaException e) {
      err.println("Kafka does not answer; run the same again. " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("Broken off; run the same again.");
    } catch (CalibrationRefused e) {
      err.println(e.sentence());
    } catch (Exception e) {
      err.println("It is not complete; run the same again. " + e);
    }
    return FAILED;
  }

  private int run(String kafka, EventCodec codec, ScoreTopic scores) throws Exception {
    KnownScores known = new KnownScores(options::concerns);
    for (String topic : List.of(Topics.INTERVIEW, Topics.SCORE)) {
      try (LogReader log = new LogReader(kafka, topic, codec)) {
        log.catchUp(known);
      }
    }
    return switch (options.work()) {
      case PROPOSE -> propose(kafka, codec, scores, known);
      case COMPARE -> compare(known);
      case ACCEPT -> accept(wanted(), known, scores);
    };
  }

  private Scorer wanted() throws CalibrationRefused {
    return options.scorer() == null
        ? InstalledScorer.name(calibration(environment))
        : options.scorer();
  }

  private int propose(String kafka, EventCodec codec, ScoreTopic scores, KnownScores known)
      throws Exception {
    MeasuredScorer scorer = current.call();
    Progress progress = new Progress(err, System::nanoTime);
    try (LogReader log = new LogReader(kafka, Topics.ROOM, codec)) {
      log.catchUp(new Proposer(scorer, scores, known, options::concerns, progress));
    }
    progress.end();
    tell(Comparison.of(known, scorer.name()));
    if (progress.failed() > 0) {
      err.printf(
          "The scorer failed on %,d answers; run the same again once the reason is gone.%n",
          progress.failed());
    }
    return progress.failed() == 0 ? DONE : FAILED;
  }

  private int compare(KnownScores known) {
    Set<Scorer> scorers = options.scorer() == null ? known.proposing() : Set.of(options.scorer());
    if (scorers.isEmpty()) {
      err.println("Nothing is proposed.");
    }
    scorers.stream()
        .sorted(Comparator.comparing(ComparisonTable::name))
        .forEach(scorer -> tell(Comparison.of(known, scorer)));
    return DONE;
  }

  private void tell(Comparison comparison) {
    if (options.json()) {
      out.println(JSON.writeValueAsString(comparison));
    } else {
      ComparisonTable.print(comparison, out);
    }
  }

  /// @param accepted answers for which the scorer's word counts from now on
  /// @param already answers for which it did
  private record Accepted(Scorer scorer, int accepted, int already, int interviews) {}

  private int accept(Scorer scorer, KnownScores known, ScoreTopic scores) throws Exception {
    Acceptance acceptance =
        new Acceptance(PersonId.SYSTEM, Instant.now(), UUID.randomUUID().toString());
    List<EventEnvelope<ScoreEvent>> news = new ArrayList<>();
    Set<String> interviews = new HashSet<>();
    int already = 0;
    for (var entry : known.answers().entrySet()) {
      Optional<AnswerScores.Score> proposed = entry.getValue().of(scorer);
      if (proposed.isPresent() && entry.getValue().counting().equals(proposed)) {
        already++;
      } else if (proposed.isPresent()) {
        news.add(acceptance.of(proposed.get()));
        interviews.add(entry.getKey().interview());
      }
    }
    scores.publish(news);
    Accepted told = new Accepted(scorer, news.size(), already, interviews.size());
    if (options.json()) {
      out.println(JSON.writeValueAsString(told));
    } else {
      out.printf(
          "What %s says counts from now on for %,d answers of %,d interviews; for %,d it did already.%n",
          ComparisonTable.name(scorer), told.accepted(), told.interviews(), already);
    }
    return DONE;
  }
}
