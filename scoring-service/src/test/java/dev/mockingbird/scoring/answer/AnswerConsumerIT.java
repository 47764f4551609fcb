package dev.mockingbird.scoring.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.eventlog.ConsumerPolicy;
import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.DurableProducer;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.eventlog.TopicCreator;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Submission;
import dev.mockingbird.scoring.story.Interview;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@LocalStack({Store.REDIS, Store.KAFKA})
class AnswerConsumerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Assessment HONEST = new Assessment.NotScored(NotScoredReason.NO_REFERENCE);

  private final String group = "test." + UUID.randomUUID();
  private final String deadLetters = Topics.deadLetters(Topics.ROOM, group);
  private final Interview interview = Interview.withQuestions(1);
  private final List<ConcurrentMessageListenerContainer<?, ?>> started = new ArrayList<>();
  private String kafka;
  private RedisClient redis;
  private StatefulRedisConnection<String, String> connection;
  private Producer<String, String> producer;
  private EventCodec codec;
  private TopicCreator topics;
  private ConsumerPolicy policy;

  @BeforeEach
  void connect(Stores stores) throws Exception {
    kafka = stores.kafkaBootstrap();
    topics = new TopicCreator(kafka, 2);
    topics.create(Topics.all());
    topics.create(List.of(deadLetters));
    redis = RedisClient.create(stores.redisUri());
    connection = redis.connect();
    producer = DurableProducer.create(kafka);
    DataKeys keys =
        new DataKeys(
            connection, new Shards(2), InstallationKey.of(new byte[32]), new SecureRandom());
    keys.create(interview.id);
    codec = new EventCodec("default", keys);
    policy = new ConsumerPolicy(kafka, codec, topics, new SimpleMeterRegistry());
  }

  @AfterEach
  void disconnect() {
    started.forEach(ConcurrentMessageListenerContainer::stop);
    producer.close();
    connection.close();
    redis.shutdown();
  }

  @Test
  void tellsThatScoringFailedAndScoresTheNextAndLaterTheSameWhenItIsDrivenAgain() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    start(
        policy.inOrder(
            group,
            List.of(Topics.ROOM),
            new AnswerConsumer(
                scorer(
                    submission -> {
                      if (broken.get() && submission.answer().equals("explode")) {
                        throw new IllegalStateException("as the test wants it");
                      }
                      return HONEST;
                    }),
                Standing.COUNTS,
                new ScoreTopic(producer, codec),
                new DeadAnswers(group, codec, producer, topics))));
    Queue<EventEnvelope<?>> scores = listen(Topics.SCORE);
    Queue<EventEnvelope<?>> dead = listen(deadLetters);
    EventEnvelope<?> failing = interview.answer(1, 1, "explode");
    EventEnvelope<?> next = interview.answer(1, 2, "fine");

    send(failing);
    send(next);
    send(failing);
    await().atMost(PATIENCE).until(() -> scores.size() == 3 && dead.size() == 2);

    assertThat(dead).containsExactly(failing, failing);
    List<EventEnvelope<?>> told = List.copyOf(scores);
    assertThat(told).extracting(this::reason).containsExactly(failed(), honest(), failed());
    assertThat(told).extracting(EventEnvelope::causationId).contains(failing.id(), next.id());
    assertThat(codec.encode(told.get(0))).isEqualTo(codec.encode(told.get(2)));

    broken.set(false);
    send(dead.element());
    await().atMost(PATIENCE).until(() -> scores.size() == 4);

    EventEnvelope<?> atLast = List.copyOf(scores).getLast();
    assertThat(reason(atLast)).isEqualTo(honest());
    assertThat(atLast.causationId()).isEqualTo(failing.id());
    assertThat(atLast.id()).as("a failure is another event").isNotEqualTo(told.get(0).id());
  }

  @Test
  void putsAnAnswerAsideThatTheScorerHadNoModelFor() throws Exception {
    start(
        policy.inOrder(
            group,
            List.of(Topics.ROOM),
            new AnswerConsumer(
                scorer(_ -> new Assessment.NotScored(NotScoredReason.MODEL_UNAVAILABLE)),
                Standing.COUNTS,
                new ScoreTopic(producer, codec),
                new DeadAnswers(group, codec, producer, topics))));
    Queue<EventEnvelope<?>> scores = listen(Topics.SCORE);
    Queue<EventEnvelope<?>> dead = listen(deadLetters);
    EventEnvelope<?> answer = interview.answer(1, 1, "mine");

    send(answer);
    await().atMost(PATIENCE).until(() -> scores.size() == 1 && dead.size() == 1);

    assertThat(dead).containsExactly(answer);
    assertThat(reason(scores.element())).isEqualTo("MODEL_UNAVAILABLE");
  }

  @Test
  void aShadowProposesAndCountsHowFarItIsFromTheScoreThatCounts() throws Exception {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Scorer name = new Scorer("shadow", "1", "");
    start(
        policy.inOrder(
            group,
            List.of(Topics.ROOM),
            new AnswerConsumer(
                new MeasuredScorer(
                    name,
                    new ComparedScorer(AnswerConsumerIT::shadow, _ -> points(50), meters),
                    meters),
                ScoreEvent.Standing.PROPOSED,
                new ScoreTopic(producer, codec),
                new DeadAnswers(group, codec, producer, topics))));
    Queue<EventEnvelope<?>> scores = listen(Topics.SCORE);
    Queue<EventEnvelope<?>> dead = listen(deadLetters);
    EventEnvelope<?> failing = interview.answer(1, 1, "explode");

    send(failing);
    send(interview.answer(1, 2, "gets 70"));
    send(interview.answer(1, 3, "gets 20"));
    await().atMost(PATIENCE).until(() -> scores.size() == 3 && dead.size() == 1);

    assertThat(dead).containsExactly(failing);
    assertThat(List.copyOf(scores).subList(1, 3))
        .allSatisfy(
            it -> {
              var scored = (ScoreEvent.AnswerScored) it.data();
              assertThat(scored.standing()).isEqualTo(ScoreEvent.Standing.PROPOSED);
              assertThat(scored.scorer()).isEqualTo(name);
            });
    for (String outcome : List.of("up", "down")) {
      assertThat(meters.counter("mockingbird.scoring.shadow", "outcome", outcome).count())
          .as("of this and perhaps other interviews")
          .isGreaterThanOrEqualTo(1);
    }
    assertThat(meters.get("mockingbird.scoring.shadow.difference").summary().max()).isEqualTo(30);
  }

  private static Assessment shadow(Submission submission) {
    return switch (submission.answer()) {
      case "explode" -> throw new IllegalStateException("as the test wants it");
      case "gets 70" -> points(70);
      case "gets 20" -> points(20);
      default -> points(50);
    };
  }

  private static Assessment points(int score) {
    return new Assessment.Scored(score, 0, 100, List.of(), List.of());
  }

  @Test
  void commitsItsWorkBeforeItHasDoneMuchMore() throws Exception {
    AtomicLong first = new AtomicLong();
    AtomicInteger partition = new AtomicInteger();
    AtomicInteger scored = new AtomicInteger();
    AtomicLong committed = new AtomicLong(-1);
    MeasuredScorer scorer =
        scorer(
            submission -> {
              if (submission.answer().startsWith("mine") && scored.incrementAndGet() == 80) {
                committed.set(committed(partition.get()));
              }
              return HONEST;
            });
    for (int attempt = 1; attempt <= 120; attempt++) {
      RecordMetadata sent = send(interview.answer(1, attempt, "mine " + attempt));
      partition.set(sent.partition());
      if (attempt == 1) {
        first.set(sent.offset());
      }
    }

    start(
        new AnswerConfiguration()
            .answerConsumer(
                policy, scorer, new ScoreTopic(producer, codec), codec, producer, topics, 1));
    await().atMost(PATIENCE).until(() -> scored.get() == 120);

    assertThat(committed.get()).isGreaterThan(first.get());
  }

  private long committed(int partition) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      var offset =
          admin
              .listConsumerGroupOffsets(AnswerConfiguration.GROUP)
              .partitionsToOffsetAndMetadata()
              .get()
              .get(new TopicPartition(Topics.ROOM, partition));
      return offset == null ? -1 : offset.offset();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static MeasuredScorer scorer(Function<Submission, Assessment> scorer) {
    return new MeasuredScorer(AlignmentScorer.SCORER, scorer, new SimpleMeterRegistry());
  }

  private void start(ConcurrentMessageListenerContainer<?, ?> consumer) {
    started.add(consumer);
    consumer.start();
  }

  private RecordMetadata send(EventEnvelope<?> fact) throws Exception {
    return producer.send(new ProducerRecord<>(Topics.ROOM, interview.id, codec.encode(fact))).get();
  }

  /// What comes of this interview on a topic, in order.
  private Queue<EventEnvelope<?>> listen(String topic) {
    Queue<EventEnvelope<?>> heard = new ConcurrentLinkedQueue<>();
    start(
        policy.inOrder(
            group + "." + topic,
            List.of(topic),
            batch -> {
              for (Decoded decoded : batch) {
                if (decoded instanceof Decoded.Readable(EventEnvelope<?> envelope)
                    && envelope.aggregate().equals(interview.id)) {
                  heard.add(envelope);
                }
              }
            }));
    return heard;
  }

  private String reason(EventEnvelope<?> score) {
    return ((ScoreEvent.AnswerNotScored) score.data()).reason().name();
  }

  private static String failed() {
    return NotScoredReason.SCORING_FAILED.name();
  }

  private static String honest() {
    return NotScoredReason.NO_REFERENCE.name();
  }
}
