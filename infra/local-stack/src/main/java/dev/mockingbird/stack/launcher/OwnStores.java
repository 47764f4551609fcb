package dev.mockingbird.stack.launcher;

import dev.mockingbird.stack.ElasticsearchNode;
import dev.mockingbird.stack.KafkaBroker;
import dev.mockingbird.stack.RedisServer;
import dev.mockingbird.stack.launcher.ServiceEnvironment.StoreAddresses;
import java.io.IOException;

/// The stores of a data folder, at the ports planned for them.
record OwnStores(RedisServer redis, KafkaBroker kafka, ElasticsearchNode elasticsearch) {

  private static final String[] PORTS = {"redis", "kafka", "kafka-controller", "elasticsearch"};

  /// For a start: at ports where nobody listens.
  static OwnStores toStart(DataFolder folder, PortPlan ports) throws IOException {
    for (String port : PORTS) {
      ports.of(port);
    }
    return of(folder, ports);
  }

  /// Where they are, or were last.
  static OwnStores of(DataFolder folder, PortPlan ports) throws IOException {
    RedisServer.Options options =
        new RedisServer.Options(folder.redisPassword(), Memory.ofThisMachine().limitForRedis());
    return new OwnStores(
        new RedisServer(ports.known("redis"), folder.store("redis"), folder.log("redis"), options),
        new KafkaBroker(
            ports.known("kafka"),
            ports.known("kafka-controller"),
            folder.store("kafka"),
            folder.log("kafka")),
        new ElasticsearchNode(
            ports.known("elasticsearch"),
            folder.store("elasticsearch"),
            folder.log("elasticsearch")));
  }

  StoreAddresses addressesUnless(ExistingStores existing) {
    return new StoreAddresses(
        existing.redis().orElseGet(redis::uri),
        existing.kafka().orElseGet(kafka::bootstrap),
        existing.elasticsearch().orElseGet(elasticsearch::uri));
  }
}
