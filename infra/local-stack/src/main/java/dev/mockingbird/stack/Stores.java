package dev.mockingbird.stack;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the stores of this JVM's tests are; started at the first call that needs them, in
/// parallel.
///
/// Addresses in the environment or in system properties (`MOCKINGBIRD_REDIS_URL` and so on, see
/// [Store]) are used instead.
public final class Stores {

  private static final Map<Store, CompletableFuture<String>> STARTED = new EnumMap<>(Store.class);

  private final Map<Store, String> addresses;

  private Stores(Map<Store, String> addresses) {
    this.addresses = addresses;
  }

  public static Stores shared(Store... needed) {
    List<Store> stores = List.of(needed);
    List<CompletableFuture<String>> starts = stores.stream().map(Stores::started).toList();
    Map<Store, String> addresses = new EnumMap<>(Store.class);
    for (int i = 0; i < stores.size(); i++) {
      addresses.put(stores.get(i), starts.get(i).join());
    }
    return new Stores(addresses);
  }

  public String redisUri() {
    return address(Store.REDIS);
  }

  public String kafkaBootstrap() {
    return address(Store.KAFKA);
  }

  public String elasticsearchUri() {
    return address(Store.ELASTICSEARCH);
  }

  private String address(Store store) {
    String address = addresses.get(store);
    if (address == null) {
      throw new IllegalStateException(
          "the test did not ask for %1$s: add it to @LocalStack or Stores.shared(%1$s)"
              .formatted(store));
    }
    return address;
  }

  private static CompletableFuture<String> started(Store store) {
    synchronized (STARTED) {
      return STARTED.computeIfAbsent(store, Stores::start);
    }
  }

  private static CompletableFuture<String> start(Store store) {
    String existing = existing(store);
    if (existing != null) {
      return CompletableFuture.completedFuture(existing);
    }
    CompletableFuture<String> address = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                address.complete(startOwn(store));
              } catch (IOException | RuntimeException e) {
                address.completeExceptionally(e);
              }
            });
    return address;
  }

  private static String startOwn(Store store) throws IOException {
    var data = TestData.newFolder(store.name().toLowerCase(java.util.Locale.ROOT));
    return switch (store) {
      case REDIS -> {
        RedisServer redis = RedisServer.in(data);
        redis.start();
        yield redis.uri();
      }
      case KAFKA -> {
        KafkaBroker kafka = KafkaBroker.in(data);
        kafka.start();
        yield kafka.bootstrap();
      }
      case ELASTICSEARCH -> {
        ElasticsearchNode elasticsearch = ElasticsearchNode.in(data);
        elasticsearch.start();
        yield elasticsearch.uri();
      }
    };
  }

  private static @Nullable String existing(Store store) {
    return Stream.of(System.getProperty(store.variable()), System.getenv(store.variable()))
        .filter(address -> address != null && !address.isBlank())
        .findFirst()
        .orElse(null);
  }
}
