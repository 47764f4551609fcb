package dev.mockingbird.eventlog;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// Something to arrange with the broker, over a client of its own that is gone at once afterwards,
/// also when the broker never answered.
@FunctionalInterface
interface BrokerErrand {

  void run(Admin admin) throws ExecutionException, InterruptedException;

  /// @throws ExecutionException when Kafka refuses or does not answer within ten seconds
  static void run(String bootstrap, BrokerErrand errand)
      throws ExecutionException, InterruptedException {
    Admin admin = Admin.create(settings(bootstrap));
    try {
      errand.run(admin);
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  private static Map<String, Object> settings(String bootstrap) {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        10_000,
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
        5_000,
        // Bootstrapping again turns in a tight loop for as long as no broker answers at all.
        AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG,
        "none");
  }
}
