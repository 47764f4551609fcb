package dev.mockingbird.eventlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/// Creates the topics on purpose, durable: kept for ever; three replicas with two in sync where
/// there are three brokers, else every record flushed to the one disk there is. A topic that is
/// there already gets the same settings, so that an older installation follows.
public final class TopicCreator {

  private static final int REPLICAS = 3;

  private final String bootstrap;
  private final int partitions;

  /// @param partitions the installation's number of shards
  public TopicCreator(String bootstrap, int partitions) {
    this.bootstrap = bootstrap;
    this.partitions = partitions;
  }

  /// Blocks until the topics exist with their settings; what they hold stays as it is.
  ///
  /// @throws ExecutionException when Kafka cannot be reached or refuses
  public void create(Collection<String> topics) throws ExecutionException, InterruptedException {
    BrokerErrand.run(bootstrap, admin -> create(topics, admin));
  }

  private void create(Collection<String> topics, Admin admin)
      throws ExecutionException, InterruptedException {
    boolean replicated = admin.describeCluster().nodes().get().size() >= REPLICAS;
    List<NewTopic> wanted = new ArrayList<>();
    for (String topic : topics) {
      wanted.add(
          new NewTopic(topic, partitions, (short) (replicated ? REPLICAS : 1))
              .configs(settings(replicated)));
    }
    for (var created : admin.createTopics(wanted).values().entrySet()) {
      try {
        created.getValue().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
        adjust(admin, created.getKey(), settings(replicated));
      }
    }
  }

  private static void adjust(Admin admin, String topic, Map<String, String> settings)
      throws ExecutionException, InterruptedException {
    List<AlterConfigOp> changes =
        settings.entrySet().stream()
            .map(it -> new ConfigEntry(it.getKey(), it.getValue()))
            .map(it -> new AlterConfigOp(it, AlterConfigOp.OpType.SET))
            .toList();
    admin
        .incrementalAlterConfigs(
            Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes))
        .all()
        .get();
  }

  private static Map<String, String> settings(boolean replicated) {
    Map<String, String> settings = new HashMap<>();
    settings.put("retention.ms", "-1");
    settings.put("retention.bytes", "-1");
    settings.put("cleanup.policy", "delete");
    settings.put("max.message.bytes", Integer.toString(DurableProducer.LARGEST_RECORD));
    if (replicated) {
      settings.put("min.insync.replicas", "2");
    } else {
      settings.put("flush.messages", "1");
    }
    return settings;
  }
}
