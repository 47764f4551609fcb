package dev.mockingbird.scoring.story;

import static org.awaitility.Awaitility.await;

import dev.mockingbird.eventlog.DurableProducer;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.Topics;
import dev.mockingbird.stack.Stores;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running service, and what a story needs around it: facts go in, reports come out.
final class Running implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.builder().build();
  static final Duration PATIENCE = Duration.ofSeconds(60);

  final Stores stores;
  final TestGateway gateway;
  final Producer<String, String> producer;
  private final Path installationKey;
  private final String redis;
  private final String elasticsearch;
  private final List<String> settings;
  Service service;

  /// @param folder where the installation key is put
  /// @param settings beside those that it needs, such as `--a.b=c`
  Running(Stores stores, Path folder, String... settings) throws Exception {
    this(stores, folder, stores.redisUri(), stores.elasticsearchUri(), List.of(settings));
    awaitConsumers();
  }

  /// With stores of the test's own; nobody may answer at the address of Elasticsearch.
  static Running apart(Stores stores, Path folder, String redis, String elasticsearch)
      throws Exception {
    return new Running(stores, folder, redis, elasticsearch, List.of());
  }

  private Running(
      Stores stores, Path folder, String redis, String elasticsearch, List<String> settings)
      throws Exception {
    this.settings = settings;
    this.stores = stores;
    this.redis = redis;
    this.elasticsearch = elasticsearch;
    gateway = new TestGateway();
    installationKey =
        Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
    producer = DurableProducer.create(stores.kafkaBootstrap());
    service = start();
  }

  private Service start() {
    return new Service(
        redis, stores.kafkaBootstrap(), elasticsearch, gateway.url(), installationKey, settings);
  }

  private void awaitConsumers() {
    await().atMost(PATIENCE).until(service::consumes);
  }

  /// Stops the service for a while.
  void restart(Runnable meanwhile) {
    service.close();
    meanwhile.run();
    service = start();
    awaitConsumers();
  }

  Interview interview(int questions) {
    return known(Interview.withQuestions(questions));
  }

  /// The interview, with a data key.
  Interview known(Interview interview) {
    service.keys().create(interview.id);
    return interview;
  }

  void send(List<EventEnvelope<?>> facts) throws ExecutionException, InterruptedException {
    for (EventEnvelope<?> fact : facts) {
      send(Topics.ROOM, fact);
    }
  }

  HttpResponse<String> report(Interview interview, PersonId person) {
    return service.get("/api/reports/" + interview.id, gateway.token(person.value(), "member"));
  }

  String problem(Interview interview, PersonId person) {
    return problem(report(interview, person));
  }

  static String problem(HttpResponse<String> response) {
    return response.statusCode() + " " + JSON.readTree(response.body()).get("code").asString();
  }

  /// The report when every fact sent so far is in it and nothing is pending.
  JsonNode settledReport(Interview interview, PersonId person, int scored) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> {
              HttpResponse<String> response = report(interview, person);
              return response.statusCode() == 200 ? JSON.readTree(response.body()) : null;
            },
            it ->
                it != null
                    && it.get("overall").get("pending").asInt() == 0
                    && it.get("overall").get("scored").asInt() == scored);
  }

  List<ConsumerRecord<String, String>> scoresOf(Interview interview) {
    return records(Topics.SCORE).stream().filter(it -> interview.id.equals(it.key())).toList();
  }

  List<ConsumerRecord<String, String>> records(String topic) {
    return TopicReader.all(stores.kafkaBootstrap(), topic);
  }

  RecordMetadata send(String topic, EventEnvelope<?> fact)
      throws ExecutionException, InterruptedException {
    return producer
        .send(new ProducerRecord<>(topic, fact.aggregate(), service.codec().encode(fact)))
        .get();
  }

  /// Waits until the reports have taken account of a record.
  void awaitReported(RecordMetadata sent) {
    TopicPartition partition = new TopicPartition(sent.topic(), sent.partition());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stores.kafkaBootstrap()))) {
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                var offset =
                    admin
                        .listConsumerGroupOffsets("scoring-service.reports")
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(partition);
                return offset != null && offset.offset() > sent.offset();
              });
    }
  }

  @Override
  public void close() {
    service.close();
    producer.close();
    gateway.close();
  }
}
