package dev.mockingbird.stack.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the user asked for.
sealed interface Command {

  Path data();

  record Up(int port, Path data, URI publicUrl, ExistingStores existing) implements Command {}

  record Down(Path data) implements Command {}

  record Doctor(int port, Path data, URI publicUrl, ExistingStores existing) implements Command {}

  record Backup(Path file, Path data) implements Command {}

  record Restore(Path file, Path data) implements Command {}

  /// Runs a program of another module against this installation, with its addresses in the
  /// environment.
  record Run(String module, String mainClass, List<String> arguments, Path data)
      implements Command {}

  record Misunderstood(String sentence, Path data) implements Command {}

  /// Addresses of stores to use instead of our own.
  record ExistingStores(
      Optional<String> redis, Optional<String> kafka, Optional<String> elasticsearch) {

    static ExistingStores of(Map<String, String> options, Map<String, String> environment) {
      return new ExistingStores(
          first(options.get("--redis"), environment.get("MOCKINGBIRD_REDIS_URL")),
          first(options.get("--kafka"), environment.get("MOCKINGBIRD_KAFKA_BOOTSTRAP")),
          first(options.get("--elasticsearch"), environment.get("MOCKINGBIRD_ELASTICSEARCH_URL")));
    }

    private static Optional<String> first(
        @org.jspecify.annotations.Nullable String option,
        @org.jspecify.annotations.Nullable String variable) {
      return Optional.ofNullable(option)
          .or(() -> Optional.ofNullable(variable))
          .filter(text -> !text.isBlank());
    }
  }
}
