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
import dev.mockingbird.scoring.languagemodel.ModelServer;
import dev.mockingbird.scoring.languagemodel.SecondOpinions;
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
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@LocalStack({Store.REDIS, Store.KAFKA})
class SecondOpinionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Scorer MODEL = new Scorer("language-model", "tiny/1", "2");

  private final Interview interview = Interview.withQuestions(1);
  private final List<ConcurrentMessageListenerContainer<?, ?>> started = new ArrayList<>();
  private RedisClient redis;
  private StatefulRedisConnection<String, String> connection;
  private Producer<String, String> producer;
  private EventCodec codec;
  private TopicCreator topics;
  private ConsumerPolicy policy;

  @BeforeEach
  void connect(Stores stores) throws Exception {
    topics = new TopicCreator(stores.kafkaBootstrap(), 2);
    topics.create(Topics.all());
    redis = RedisClient.create(stores.redisUri());
    connection = redis.connect();
    producer = DurableProducer.create(stores.kafkaBootstrap());
    DataKeys keys =
        new DataKeys(
            connection, new Shards(2), InstallationKey.of(new byte[32]), new SecureRandom());
    keys.create(interview.id);
    codec = new EventCodec("default", keys);
    policy = new ConsumerPolicy(stores.kafkaBootstrap(), codec, topics, new SimpleMeterRegistry());
  }

  @AfterEach
  void disconnect() {
    started.forEach(ConcurrentMessageListenerContainer::stop);
    producer.close();
    connection.close();
    redis.shutdown();
  }

  @Test
  void proposesWhatTheModelFoundOfAnswersThatComeFromNowOn() throws Exception {
    send(interview.answer(1, 1, Interview.GOOD));
    try (ModelServer server =
        ModelServer.that(
            ModelServer.sends("401 No", "", ""),
            ModelServer.says(SecondOpinions.verdicts("COVERED takes a snapshot", "MISSING")))) {
      ask(server);
      Queue<ScoreEvent> told = listen();
      EventEnvelope<?> failing = interview.answer(1, 2, Interview.GOOD);

      send(failing);
      await().atMost(PATIENCE).until(() -> told.size() == 1);
      assertThat(told.peek())
          .isInstanceOfSatisfying(
              ScoreEvent.AnswerNotScored.class,
              it -> {
                assertThat(it.answer().attempt()).isEqualTo(2);
                assertThat(it.scorer()).isEqualTo(MODEL);
                assertThat(it.reason()).isEqualTo(NotScoredReason.MODEL_UNAVAILABLE);
                assertThat(it.standing()).isEqualTo(Standing.PROPOSED);
              });

      send(failing);
      await().atMost(PATIENCE).until(() -> told.size() == 2);
      assertThat(List.copyOf(told).getLast())
          .isInstanceOfSatisfying(
              ScoreEvent.AnswerScored.class,
              it -> {
                assertThat(it.scorer()).isEqualTo(MODEL);
                assertThat(it.score()).isEqualTo(75);
                assertThat(it.standing()).isEqualTo(Standing.PROPOSED);
              });
      assertThat(server.requests()).hasSize(2);
    }
  }

  private void ask(ModelServer server) {
    var consumer =
        new SecondOpinionConfiguration()
            .secondOpinionConsumer(
                policy,
                SecondOpinions.at(server.url()),
                new ScoreTopic(producer, codec),
                codec,
                producer,
                topics,
                new SimpleMeterRegistry(),
                2);
    consumer.getContainerProperties().setGroupId("test." + UUID.randomUUID());
    start(consumer);
    // From the end of each partition that it is given.
    await().atMost(PATIENCE).until(() -> consumer.getAssignedPartitions().size() >= 2);
  }

  private void start(ConcurrentMessageListenerContainer<?, ?> consumer) {
    started.add(consumer);
    consumer.start();
  }

  private void send(EventEnvelope<?> fact) throws Exception {
    producer.send(new ProducerRecord<>(Topics.ROOM, interview.id, codec.encode(fact))).get();
  }

  /// What comes of this interview, in order.
  private Queue<ScoreEvent> listen() {
    Queue<ScoreEvent> heard = new ConcurrentLinkedQueue<>();
    start(
        policy.inOrder(
            "test." + UUID.randomUUID(),
            List.of(Topics.SCORE),
            batch -> {
              for (Decoded decoded : batch) {
                if (decoded instanceof Decoded.Readable(EventEnvelope<?> envelope)
                    && envelope.aggregate().equals(interview.id)
                    && envelope.data() instanceof ScoreEvent score) {
                  heard.add(score);
                }
              }
            }));
    return heard;
  }
}
