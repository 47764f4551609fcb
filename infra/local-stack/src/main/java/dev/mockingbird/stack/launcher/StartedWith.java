package dev.mockingbird.stack.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the last `up` on a data folder was told, for the commands after it: what lies elsewhere a
/// backup cannot save, and `demo` and `erase` have to find their way.
///
/// @param calibration file of a team's own
record StartedWith(@Nullable URI publicUrl, ExistingStores existing, Optional<String> calibration) {

  private static final String PUBLIC_URL = "public-url";
  private static final String REDIS = "redis";
  private static final String KAFKA = "kafka";
  private static final String TRUST_REDIS = "trust-redis";
  private static final String ELASTICSEARCH = "elasticsearch";
  private static final String CALIBRATION = "calibration";

  /// Nothing where there was no start yet.
  static StartedWith read(DataFolder folder) throws IOException {
    Path file = folder.startedWith();
    Map<String, String> told = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int at = line.indexOf('=');
        if (at > 0) {
          told.put(line.substring(0, at), line.substring(at + 1));
        }
      }
    }
    String publicUrl = told.get(PUBLIC_URL);
    return new StartedWith(
        publicUrl == null ? null : URI.create(publicUrl),
        new ExistingStores(
            Optional.ofNullable(told.get(REDIS)),
            Optional.ofNullable(told.get(KAFKA)),
            Optional.ofNullable(told.get(ELASTICSEARCH)),
            told.containsKey(TRUST_REDIS)),
        Optional.ofNullable(told.get(CALIBRATION)));
  }

  /// Addresses may carry passwords, so that only the owner may read them.
  void write(DataFolder folder) throws IOException {
    StringBuilder text = new StringBuilder();
    if (publicUrl != null) {
      line(text, PUBLIC_URL, publicUrl.toString());
    }
    existing.redis().ifPresent(address -> line(text, REDIS, address));
    existing.kafka().ifPresent(address -> line(text, KAFKA, address));
    existing.elasticsearch().ifPresent(address -> line(text, ELASTICSEARCH, address));
    if (existing.trustRedis()) {
      line(text, TRUST_REDIS, "");
    }
    calibration.ifPresent(file -> line(text, CALIBRATION, file));
    DataFolder.writeSecret(folder.startedWith(), text.toString());
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append('=').append(value).append('\n');
  }
}
