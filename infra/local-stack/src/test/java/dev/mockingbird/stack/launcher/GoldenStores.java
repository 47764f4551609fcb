package dev.mockingbird.stack.launcher;

import dev.mockingbird.stack.ElasticsearchNode;
import dev.mockingbird.stack.KafkaBroker;
import dev.mockingbird.stack.Ports;
import dev.mockingbird.stack.RedisServer;
import dev.mockingbird.stack.Server;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The three stores on a data folder with one thing in each. Run as a program it writes a new
/// golden file.
record GoldenStores(RedisServer redis, KafkaBroker kafka, ElasticsearchNode elasticsearch)
    implements AutoCloseable {

  static final String KEY = "Z29sZGVuIGdvbGRlbiBnb2xkZW4gZ29sZGVuIGtleSE=";

  static void main(String[] arguments) throws Exception {
    DataFolder folder = new DataFolder(Path.of(arguments[0]));
    folder.createRoot();
    DataFolder.writeSecret(folder.installationKey(), KEY + "\n");
    folder.install(new SecureRandom());
    try (GoldenStores stores = start(folder)) {
      stores.write();
    }
    System.out.println(Backup.save(folder, Path.of(arguments[1])).orElse("written"));
    System.exit(0);
  }

  static GoldenStores start(DataFolder folder) throws IOException {
    Path elasticsearch = folder.store("elasticsearch");
    GoldenStores stores =
        new GoldenStores(
            new RedisServer(
                Ports.free(),
                folder.store("redis"),
                folder.log("redis"),
                RedisServer.Options.DEFAULT),
            new KafkaBroker(Ports.free(), Ports.free(), folder.store("kafka"), folder.log("kafka")),
            new ElasticsearchNode(Ports.free(), elasticsearch, folder.log("elasticsearch")));
    for (Server store : List.of(stores.redis, stores.kafka, stores.elasticsearch)) {
      store.start();
    }
    return stores;
  }

  private void write() throws Exception {
    askRedis("SET golden 记录");
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all");
    try (Admin admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic("golden", 1, (short) 1))).all().get();
    }
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("golden", "事实")).get();
    }
    askElasticsearch("PUT", "/golden/_doc/1?refresh=true", "{\"t\":\"视图\"}");
  }

  String readRedis() throws IOException {
    return askRedis("GET golden");
  }

  String readKafka() {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition("golden", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
    }
  }

  String readElasticsearch() throws Exception {
    return askElasticsearch("GET", "/golden/_doc/1", "");
  }

  private String askRedis(String command) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", redis.port())) {
      socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
      String reply =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return reply.substring(0, reply.lastIndexOf("+OK")).strip();
    }
  }

  private String askElasticsearch(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(elasticsearch.uri() + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  @Override
  public void close() {
    elasticsearch.close();
    kafka.close();
    redis.close();
  }
}
