package dev.mockingbird.search.catalog;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.LogReader;
import dev.mockingbird.events.Topics;
import dev.mockingbird.search.index.ElasticsearchConfiguration;
import dev.mockingbird.search.index.IndexedView;
import dev.mockingbird.search.index.Rebuild;
import dev.mockingbird.search.index.VersionedWrites;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.elasticsearch.client.RestClient;

/// `./mockingbird rebuild bank`. Reads the installation's addresses from the environment.
public final class RebuildCommand {

  private static final String USAGE =
      """
      Usage: ./mockingbird rebuild bank [--data DIR]

      Fills the index of the question bank anew from the log, and puts it in the place of the one that is
      there. People go on searching meanwhile and never find it empty.""";

  private RebuildCommand() {}

  static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
  }

  /// @return 0 when the new index stands, 1 when everything is as it was, 2 when it was not
  ///   understood
  static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (!arguments.equals(List.of("bank"))) {
      arguments.stream()
          .filter(it -> !it.equals("bank"))
          .findFirst()
          .ifPresent(it -> err.println("rebuild takes no " + it + "."));
      err.println(USAGE);
      return 2;
    }
    String kafka = environment.get("MOCKINGBIRD_KAFKA_BOOTSTRAP");
    String elasticsearch = environment.get("MOCKINGBIRD_ELASTICSEARCH_URL");
    String redis = environment.get("MOCKINGBIRD_REDIS_URL");
    String keyFile = environment.get("MOCKINGBIRD_INSTALLATION_KEY_FILE");
    if (kafka == null || elasticsearch == null || redis == null || keyFile == null) {
      err.println(
          "The installation's addresses are missing: start it with ./mockingbird up, or set"
              + " MOCKINGBIRD_KAFKA_BOOTSTRAP, MOCKINGBIRD_ELASTICSEARCH_URL,"
              + " MOCKINGBIRD_REDIS_URL and MOCKINGBIRD_INSTALLATION_KEY_FILE.");
      return 2;
    }
    Instant begun = Instant.now();
    try (RestClient http = ElasticsearchConfiguration.connect(elasticsearch);
        RedisClient keys = RedisClient.create(redis);
        var connection = keys.connect();
        LogReader log = new LogReader(kafka, Topics.BANK, codec(connection, keyFile))) {
      Rebuild.Outcome outcome = rebuild(ElasticsearchConfiguration.client(http), log, begun);
      out.println(
          "Rebuilt the index of the bank from %d records in %.1f s: %d questions, %s."
              .formatted(
                  outcome.records(),
                  Duration.between(begun, Instant.now()).toMillis() / 1000.0,
                  outcome.documents(),
                  outcome.different() == 0
                      ? "equal to the index before"
                      : outcome.different() + " of them other than in the index before"));
      return 0;
    } catch (IOException | ElasticsearchException e) {
      err.println("Elasticsearch does not answer, so the index is as it was: " + e.getMessage());
    } catch (RedisException e) {
      err.println("Redis does not answer, so the index is as it was: " + e.getMessage());
    } catch (KafkaException e) {
      err.println("Kafka does not answer, so the index is as it was: " + e.getMessage());
    } catch (Exception e) {
      err.println("The index is as it was: " + e);
    }
    return 1;
  }

  private static Rebuild.Outcome rebuild(
      ElasticsearchClient elasticsearch, LogReader log, Instant now) throws Exception {
    VersionedWrites writes = new VersionedWrites(elasticsearch, new SimpleMeterRegistry());
    return new Rebuild(elasticsearch)
        .rebuild(
            new IndexedView(elasticsearch, CatalogIndices.STANDING.all()),
            log,
            view -> new CatalogProjection(writes, elasticsearch, CatalogIndices.of(view), () -> {}),
            now);
  }

  private static EventCodec codec(
      StatefulRedisConnection<String, String> connection, String keyFile) {
    InstallationKey installation = InstallationKey.read(Path.of(keyFile));
    return new EventCodec(
        "default",
        _ -> Optional.empty(),
        DataKeys.ofQuestions(connection, installation, new SecureRandom()));
  }
}
