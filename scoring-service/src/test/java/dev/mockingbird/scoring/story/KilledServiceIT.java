package dev.mockingbird.scoring.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.DurableProducer;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.eventlog.TopicCreator;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.ScoringService;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `kill -9` in the middle of the work, as a process of its own, while records come twice, in any
/// order, and some that nobody can read. `-Dkills=50` kills more often.
@LocalStack({Store.REDIS, Store.KAFKA, Store.ELASTICSEARCH})
class KilledServiceIT {

  private static final int KILLS = Integer.getInteger("kills", 2);
  private static final int ANSWERS = Math.max(120, KILLS * 10);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String POISON = "{\"type\":\"room.answer-submitted.v1\",\"aggregate\":";
  private static final String FUTURE = "{\"type\":\"room.answer-sung.v1\"}";

  @TempDir Path folder;

  @Test
  void scoresEveryAnswerOnceHoweverOftenItIsKilledAndWhateverItIsSent(Stores stores)
      throws Exception {
    Random random = new Random(KILLS);
    Path keyFile =
        Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
    new TopicCreator(stores.kafkaBootstrap(), 2).create(Topics.all());
    RedisClient redis = RedisClient.create(stores.redisUri());
    Process service = null;
    try (var connection = redis.connect();
        TestGateway gateway = new TestGateway();
        Producer<String, String> producer = DurableProducer.create(stores.kafkaBootstrap())) {
      DataKeys keys =
          new DataKeys(
              connection, new Shards(2), InstallationKey.read(keyFile), new SecureRandom());
      EventCodec codec = new EventCodec("default", keys);
      Interview interview = Interview.withQuestions(1);
      keys.create(interview.id);
      for (int attempt = 1; attempt <= ANSWERS; attempt++) {
        interview.answer(1, attempt, Interview.GOOD + " Number " + attempt + ".");
      }
      for (String fact : twiceInAnyOrderWithPoison(interview, codec, random)) {
        producer.send(new ProducerRecord<>(Topics.ROOM, interview.id, fact));
      }
      producer.flush();

      for (int kills = 1; kills <= KILLS; kills++) {
        int enough = Math.min(ANSWERS, scores(stores, interview).size() + random.nextInt(1, 10));
        service = start(stores, gateway, keyFile);
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> scores(stores, interview).size() >= enough);
        service.destroyForcibly().waitFor();
      }
      service = start(stores, gateway, keyFile);
      await().atMost(PATIENCE).until(() -> scores(stores, interview).size() == ANSWERS);
      await().atMost(PATIENCE).until(() -> behind(stores) == 0);

      assertThat(scores(stores, interview))
          .as("different records for one answer")
          .hasSize(ANSWERS)
          .allSatisfy((_, records) -> assertThat(records).hasSize(1));
      assertThat(deadLetters(stores))
          .as("what nobody can read, and nothing of the interview")
          .contains(POISON)
          .noneMatch(it -> it.contains(interview.id));
    } finally {
      if (service != null) {
        service.destroyForcibly().waitFor();
      }
      redis.shutdown();
    }
  }

  private static List<String> twiceInAnyOrderWithPoison(
      Interview interview, EventCodec codec, Random random) {
    List<String> records = new ArrayList<>();
    for (EventEnvelope<?> fact : interview.facts) {
      records.addAll(List.of(codec.encode(fact), codec.encode(fact)));
    }
    for (int i = 0; i < ANSWERS / 20; i++) {
      records.addAll(List.of(POISON, FUTURE));
    }
    Collections.shuffle(records, random);
    return records;
  }

  /// Records of rooms that the scorer has not committed.
  private static long behind(Stores stores) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stores.kafkaBootstrap()))) {
      var done =
          admin
              .listConsumerGroupOffsets("scoring-service.scores")
              .partitionsToOffsetAndMetadata()
              .get();
      var ends =
          admin
              .listOffsets(
                  done.keySet().stream()
                      .collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest())))
              .all()
              .get();
      return ends.entrySet().stream()
          .mapToLong(it -> it.getValue().offset() - done.get(it.getKey()).offset())
          .sum();
    }
  }

  private static List<String> deadLetters(Stores stores) {
    return TopicReader.all(
            stores.kafkaBootstrap(), Topics.deadLetters(Topics.ROOM, "scoring-service.scores"))
        .stream()
        .map(ConsumerRecord::value)
        .toList();
  }

  /// With a shadow that cannot work, which nobody notices.
  private Process start(Stores stores, TestGateway gateway, Path keyFile) throws IOException {
    return new ProcessBuilder(
            new ArrayList<>(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ScoringService.class.getName(),
                    "--server.port=0",
                    "--mockingbird.redis.url=" + stores.redisUri(),
                    "--mockingbird.kafka.bootstrap=" + stores.kafkaBootstrap(),
                    "--mockingbird.elasticsearch.url=" + stores.elasticsearchUri(),
                    "--mockingbird.installation.key.file=" + keyFile,
                    "--mockingbird.gateway.url=" + gateway.url(),
                    "--mockingbird.scoring.shadow=" + folder.resolve("nothing-there"),
                    "--mockingbird.shards=2")))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  /// The different records for each attempt.
  private static Map<Integer, Set<String>> scores(Stores stores, Interview interview) {
    JsonMapper json = JsonMapper.builder().build();
    Map<Integer, Set<String>> scores = new HashMap<>();
    for (var it : TopicReader.all(stores.kafkaBootstrap(), Topics.SCORE)) {
      if (interview.id.equals(it.key())) {
        JsonNode answer = json.readTree(it.value()).get("data").get("answer");
        scores
            .computeIfAbsent(answer.get("attempt").asInt(), attempt -> new HashSet<>())
            .add(it.value());
      }
    }
    return scores;
  }
}
