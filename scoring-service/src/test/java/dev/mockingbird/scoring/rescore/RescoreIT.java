package dev.mockingbird.scoring.rescore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.DurableProducer;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.LogReader;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.eventlog.TopicCreator;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.InterviewEvent.InterviewErased;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.AnswerSubmitted;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.answer.MeasuredScorer;
import dev.mockingbird.scoring.answer.ScoredAnswer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Submission;
import dev.mockingbird.scoring.story.Interview;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LocalStack({Store.REDIS, Store.KAFKA})
class RescoreIT {

  private static final Scorer OLD = new Scorer("alignment", "1", "");
  private static final Scorer NEW = new Scorer("test", "2", "2");
  private static final String NEW_NAME = "test/2/2";

  @TempDir Path folder;

  private final Interview interview = Interview.withQuestions(3);
  private final AtomicInteger scored = new AtomicInteger();
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
  private RedisClient redis;
  private StatefulRedisConnection<String, String> connection;
  private Producer<String, String> producer;
  private DataKeys keys;
  private EventCodec codec;

  @BeforeEach
  void connect(Stores stores) throws Exception {
    Path keyFile =
        Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
    environment.put("MOCKINGBIRD_KAFKA_BOOTSTRAP", stores.kafkaBootstrap());
    environment.put("MOCKINGBIRD_REDIS_URL", stores.redisUri());
    environment.put("MOCKINGBIRD_INSTALLATION_KEY_FILE", keyFile.toString());
    environment.put("MOCKINGBIRD_SHARDS", "2");
    new TopicCreator(stores.kafkaBootstrap(), 2).create(Topics.all());
    redis = RedisClient.create(stores.redisUri());
    connection = redis.connect();
    producer = DurableProducer.create(stores.kafkaBootstrap());
    keys =
        new DataKeys(connection, new Shards(2), InstallationKey.read(keyFile), new SecureRandom());
    codec = new EventCodec("default", keys);
    keys.create(interview.id);
  }

  @AfterEach
  void disconnect() {
    producer.close();
    connection.close();
    redis.shutdown();
  }

  @Test
  void proposesAndComparesAndChangesNothingUntilItIsAccepted() throws Exception {
    answered(1, 1, "gets 70", 40);
    answered(1, 2, "gets 60", 60);
    answered(2, 1, "gets 30", null);
    answered(3, 1, "gets none", 50);

    assertThat(rescore()).isEqualTo(0);

    assertThat(said())
        .contains("40 (0-100) → 70 (0-100)")
        .contains("OTHER_LANGUAGE → 30 (0-100)")
        .contains("50 (0-100) → TOO_LITTLE_TEXT")
        .doesNotContain("60 (0-100) →")
        .contains("4 answers: 1 up, 0 down, 0 with another interval, 1 the same")
        .contains("Mean change: +15.00 points")
        .contains("1 had no score and would get one, 1 would lose theirs");
    assertThat(counting()).isEqualTo(Map.of("1/1", OLD, "1/2", OLD, "2/1", OLD, "3/1", OLD));

    assertThat(rescore("--json")).isEqualTo(0);
    JsonNode again = JsonMapper.builder().build().readTree(said());
    assertThat(scored).as("each answer was scored once").hasValue(4);
    assertThat(again.at("/summary/up").asInt()).isEqualTo(1);
    assertThat(again.at("/differences/0/old/score").asInt()).isEqualTo(40);
    assertThat(again.at("/differences/0/proposed/score").asInt()).isEqualTo(70);
    assertThat(again.at("/scorer/version").asString()).isEqualTo("2");

    assertThat(rescore("--compare", "--json")).isEqualTo(0);
    assertThat(JsonMapper.builder().build().readTree(said())).isEqualTo(again);

    assertThat(rescore("--accept", "--scorer", NEW_NAME)).isEqualTo(0);
    assertThat(said()).contains("for 4 answers of 1 interviews; for 0 it did already");
    assertThat(counting()).isEqualTo(Map.of("1/1", NEW, "1/2", NEW, "2/1", NEW, "3/1", NEW));
    assertThat(rescore("--accept", "--scorer", NEW_NAME)).isEqualTo(0);
    assertThat(said()).contains("for 0 answers of 0 interviews; for 4 it did already");

    assertThat(rescore("--accept", "--scorer", "alignment/1/")).isEqualTo(0);
    assertThat(counting().values()).containsOnly(OLD);
  }

  @Test
  void leavesOutWhatWasErased() throws Exception {
    answered(1, 1, "gets 70", 40);
    keys.erase(interview.id);
    producer
        .send(
            new ProducerRecord<>(
                Topics.INTERVIEW,
                interview.id,
                codec.encode(
                    new EventEnvelope<>(
                        interview.id + "/9",
                        EventTypes.wireType(InterviewErased.class),
                        "default",
                        interview.id,
                        9,
                        9,
                        Instant.EPOCH,
                        PersonId.SYSTEM,
                        "c",
                        null,
                        new InterviewErased("receipt")))))
        .get();

    assertThat(rescore()).isEqualTo(0);

    assertThat(scored).hasValue(0);
    assertThat(said()).contains("0 answers:");
  }

  @Test
  void saysWhichAnswersTheScorerFailedOnAndProposesTheOthers() throws Exception {
    answered(1, 1, "explode", 40);
    answered(1, 2, "gets 30", 60);

    assertThat(rescore()).isEqualTo(1);

    assertThat(complained.toString(StandardCharsets.UTF_8)).contains("failed on 1 answers");
    assertThat(said()).contains("1 answers: 0 up, 1 down");
  }

  @Test
  void doesNothingWhenItIsNotUnderstood() {
    assertThat(rescore("--everything")).isEqualTo(2);
    assertThat(rescore("--accept", "--compare")).isEqualTo(2);
    environment.remove("MOCKINGBIRD_KAFKA_BOOTSTRAP");
    assertThat(rescore()).isEqualTo(2);
  }

  /// Which scorer's word counts, by question and attempt.
  private Map<String, Scorer> counting() throws Exception {
    KnownScores known = new KnownScores(interview.id::equals);
    try (LogReader log =
        new LogReader(environment.get("MOCKINGBIRD_KAFKA_BOOTSTRAP"), Topics.SCORE, codec)) {
      log.catchUp(known);
    }
    Map<String, Scorer> counting = new HashMap<>();
    known
        .answers()
        .forEach(
            (name, scores) ->
                counting.put(
                    name.question() + "/" + name.attempt(),
                    scores.counting().orElseThrow().scorer()));
    return counting;
  }

  private int rescore(String... arguments) {
    said.reset();
    List<String> all = new ArrayList<>(List.of("--interview", interview.id));
    all.addAll(List.of(arguments));
    return RescoreCommand.run(
        all,
        environment,
        () -> new MeasuredScorer(NEW, this::assess, new SimpleMeterRegistry()),
        new PrintStream(said, true, StandardCharsets.UTF_8),
        new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private Assessment assess(Submission submission) {
    String answer = submission.answer();
    if (answer.equals("explode")) {
      throw new IllegalStateException("as the test wants it");
    }
    scored.incrementAndGet();
    return answer.equals("gets none")
        ? new Assessment.NotScored(NotScoredReason.TOO_LITTLE_TEXT)
        : points(Integer.parseInt(answer.replaceAll("\\D", "")));
  }

  private static Assessment points(int score) {
    return new Assessment.Scored(score, 0, 100, List.of(), List.of());
  }

  /// @param points of the old scorer; null: it could not say
  private void answered(int question, int attempt, String text, Integer points) throws Exception {
    EventEnvelope<?> answer = interview.answer(question, attempt, text);
    Assessment assessment =
        points == null ? new Assessment.NotScored(NotScoredReason.OTHER_LANGUAGE) : points(points);
    producer.send(new ProducerRecord<>(Topics.ROOM, interview.id, codec.encode(answer))).get();
    producer
        .send(
            new ProducerRecord<>(
                Topics.SCORE,
                interview.id,
                codec.encode(
                    ScoredAnswer.event(
                        answer,
                        (AnswerSubmitted) answer.data(),
                        OLD,
                        assessment,
                        Standing.COUNTS))))
        .get();
  }
}
