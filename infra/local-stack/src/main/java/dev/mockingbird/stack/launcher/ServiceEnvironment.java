package dev.mockingbird.stack.launcher;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The variables by which services learn everything that is decided outside of them.
record ServiceEnvironment(
    Map<String, String> shared,
    Map<String, String> signIn,
    LanguageModel languageModel,
    String gatewayAddress) {

  /// The interview-service's second port, for the sockets of rooms.
  static final String LIVE = "live";

  private static final String LOOPBACK = "127.0.0.1";

  /// Where the three stores are.
  record StoreAddresses(String redis, String kafka, String elasticsearch) {}

  static ServiceEnvironment of(
      DataFolder folder,
      PortPlan ports,
      StoreAddresses stores,
      URI publicUrl,
      Optional<String> calibration,
      Map<String, String> signIn,
      LanguageModel languageModel)
      throws IOException {
    Map<String, String> shared = new TreeMap<>();
    shared.put("MOCKINGBIRD_REDIS_URL", stores.redis());
    shared.put("MOCKINGBIRD_KAFKA_BOOTSTRAP", stores.kafka());
    shared.put("MOCKINGBIRD_ELASTICSEARCH_URL", stores.elasticsearch());
    shared.put("MOCKINGBIRD_INSTALLATION_KEY_FILE", folder.installationKey().toString());
    shared.put("MOCKINGBIRD_SHARDS", folder.shards());
    shared.put("MOCKINGBIRD_INCARNATION", folder.incarnation());
    shared.put("MOCKINGBIRD_PUBLIC_URL", publicUrl.toString());
    calibration.ifPresent(file -> shared.put(Calibration.VARIABLE, file));
    for (Service service : Service.values()) {
      shared.put(service.urlVariable(), "http://127.0.0.1:" + ports.known(service.moduleName()));
    }
    String live = Integer.toString(ports.known(LIVE));
    shared.put("MOCKINGBIRD_LIVE_PORT", live);
    shared.put("MOCKINGBIRD_LIVE_URL", "http://127.0.0.1:" + live);
    return new ServiceEnvironment(shared, signIn, languageModel, gatewayAddress(publicUrl));
  }

  /// Other machines reach the gateway only where the public address is not this machine alone.
  static String gatewayAddress(URI publicUrl) {
    return SignIn.isLoopback(publicUrl) ? LOOPBACK : "0.0.0.0";
  }

  /// Only the gateway faces browsers and knows GitHub's secret; only the scorer knows the key of a
  /// language model.
  Map<String, String> of(Service service, int port) {
    Map<String, String> variables = new TreeMap<>(shared);
    variables.put("SERVER_PORT", Integer.toString(port));
    variables.put("SERVER_ADDRESS", service == Service.GATEWAY ? gatewayAddress : LOOPBACK);
    if (service == Service.GATEWAY) {
      variables.putAll(signIn);
    }
    if (service == Service.SCORING) {
      variables.putAll(languageModel.settings());
    }
    return variables;
  }
}
