package dev.mockingbird.eventlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/// Creates the topics on purpose, durable: kept for ever; three replicas with two in sync where
/// there are three brokers, else every record flushed to the one disk there is.
public final class TopicCreator {

  private static final int REPLICAS = 3;

  private final Map<String, Object> adminProperties;
  private final int partitions;

  /// @param partitions the installation's number of shards
  public TopicCreator(String bootstrap, int partitions) {
    this.adminProperties = Map.of("bootstrap.servers", bootstrap);
    this.partitions = partitions;
  }

  /// Blocks until the topics exist; one that is already there stays as it is.
  ///
  /// @throws ExecutionException when Kafka cannot be reached or refuses
  public void create(Collection<String> topics) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(adminProperties)) {
      boolean replicated = admin.describeCluster().nodes().get().size() >= REPLICAS;
      List<NewTopic> wanted = new ArrayList<>();
      for (String topic : topics) {
        wanted.add(
            new NewTopic(topic, partitions, (short) (replicated ? REPLICAS : 1))
                .configs(settings(replicated)));
      }
      for (var created : admin.createTopics(wanted).values().values()) {
        try {
          created.get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
        }
      }
    }
  }

  private static Map<String, String> settings(boolean replicated) {
    Map<String, String> settings = new HashMap<>();
    settings.put("retention.ms", "-1");
    settings.put("retention.bytes", "-1");
    settings.put("cleanup.policy", "delete");
    if (replicated) {
      settings.put("min.insync.replicas", "2");
    } else {
      settings.put("flush.messages", "1");
    }
    return settings;
  }
}
