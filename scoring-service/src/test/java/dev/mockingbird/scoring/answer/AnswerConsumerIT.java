package dev.mockingbird.scoring.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Submission;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerConsumerIT extends OnKafka {

  private static final Assessment HONEST = new Assessment.NotScored(NotScoredReason.NO_REFERENCE);

  private final String deadLetters = Topics.deadLetters(Topics.ROOM, group);

  @BeforeEach
  void createDeadLetters() throws Exception {
    topics.create(List.of(deadLetters));
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
