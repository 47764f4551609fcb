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
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.story.Interview;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@LocalStack({Store.REDIS, Store.KAFKA})
class AnswerConsumerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void putsAnAnswerAsideThatTheScorerFailsOnAndScoresTheNext(Stores stores) throws Exception {
    String group = "test." + UUID.randomUUID();
    TopicCreator topics = new TopicCreator(stores.kafkaBootstrap(), 2);
    topics.create(Topics.all());
    RedisClient redis = RedisClient.create(stores.redisUri());
    try (var connection = redis.connect();
        Producer<String, String> producer = DurableProducer.create(stores.kafkaBootstrap())) {
      DataKeys keys =
          new DataKeys(
              connection, new Shards(2), InstallationKey.of(new byte[32]), new SecureRandom());
      EventCodec codec = new EventCodec("default", keys);
      ConsumerPolicy policy =
          new ConsumerPolicy(stores.kafkaBootstrap(), codec, topics, new SimpleMeterRegistry());
      MeasuredScorer scorer =
          new MeasuredScorer(
              AlignmentScorer.SCORER,
              submission -> {
                if (submission.answer().equals("explode")) {
                  throw new IllegalStateException("as the test wants it");
                }
                return new Assessment.NotScored(NotScoredReason.NO_REFERENCE);
              },
              new SimpleMeterRegistry());
      Interview interview = Interview.withQuestions(1);
      keys.create(interview.id);
      EventEnvelope<?> failing = interview.answer(1, 1, "explode");
      EventEnvelope<?> next = interview.answer(1, 2, "fine");
      for (EventEnvelope<?> fact : List.of(failing, next)) {
        producer.send(new ProducerRecord<>(Topics.ROOM, interview.id, codec.encode(fact))).get();
      }
      Queue<EventEnvelope<?>> scores = new ConcurrentLinkedQueue<>();
      Queue<EventEnvelope<?>> dead = new ConcurrentLinkedQueue<>();
      var consumer =
          policy.inOrder(
              group,
              List.of(Topics.ROOM),
              new AnswerConsumer(scorer, codec, producer, new DeadAnswers(group, codec, topics)));
      String deadLetters = Topics.deadLetters(Topics.ROOM, group);
      topics.create(List.of(deadLetters));
      var listener =
          policy.inOrder(
              group + ".listener",
              List.of(Topics.SCORE),
              batch -> collect(batch, interview, scores));
      var deadListener =
          policy.inOrder(
              group + ".dead", List.of(deadLetters), batch -> collect(batch, interview, dead));
      List.of(consumer, listener, deadListener).forEach(it -> it.start());
      try {
        await().atMost(PATIENCE).until(() -> !scores.isEmpty() && !dead.isEmpty());
        assertThat(dead).singleElement().isEqualTo(failing);
        assertThat(scores)
            .singleElement()
            .satisfies(it -> assertThat(it.causationId()).isEqualTo(next.id()))
            .satisfies(it -> assertThat(((ScoreEvent) it.data()).answer().attempt()).isEqualTo(2));
      } finally {
        List.of(consumer, listener, deadListener).forEach(it -> it.stop());
      }
    } finally {
      redis.shutdown();
    }
  }

  private static void collect(
      List<Decoded> batch, Interview interview, Queue<EventEnvelope<?>> into) {
    for (Decoded decoded : batch) {
      if (decoded instanceof Decoded.Readable(EventEnvelope<?> envelope)
          && envelope.aggregate().equals(interview.id)) {
        into.add(envelope);
      }
    }
  }
}
