package dev.mockingbird.stack.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses of stores to use instead of our own.
///
/// @param trustRedis whether that Redis is used although it may lose what it acknowledged
record ExistingStores(
    Optional<String> redis,
    Optional<String> kafka,
    Optional<String> elasticsearch,
    boolean trustRedis) {

  static final ExistingStores NONE =
      new ExistingStores(Optional.empty(), Optional.empty(), Optional.empty(), false);

  /// Given as an address, it means our own store again after another was used.
  private static final String OWN = "own";

  /// The first host and port of an address, without a password that may stand before them.
  private static final Pattern PLACE =
      Pattern.compile("(?<host>[A-Za-z0-9.\\-]+):(?<port>\\d{1,5})(?=[/,?]|$)");

  /// Host and port of a store, fit to be shown.
  record Place(String host, int port) {

    static Optional<Place> of(String address) {
      Matcher place = PLACE.matcher(address);
      return place.find()
          ? Optional.of(new Place(place.group("host"), Integer.parseInt(place.group("port"))))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  static ExistingStores of(Map<String, String> options, Map<String, String> environment) {
    return new ExistingStores(
        first(options.get("--redis"), environment.get("MOCKINGBIRD_REDIS_URL")),
        first(options.get("--kafka"), environment.get("MOCKINGBIRD_KAFKA_BOOTSTRAP")),
        first(options.get("--elasticsearch"), environment.get("MOCKINGBIRD_ELASTICSEARCH_URL")),
        options.containsKey("--trust-redis"));
  }

  /// What was said this time, and for the rest what was used last time: an installation whose data
  /// is elsewhere never comes up empty because an option was forgotten.
  ExistingStores orAsBefore(ExistingStores before) {
    return new ExistingStores(
        choose(redis, before.redis),
        choose(kafka, before.kafka),
        choose(elasticsearch, before.elasticsearch),
        trustRedis || (before.trustRedis && redis.isEmpty()));
  }

  /// Names and places of those that hold what cannot be made again from anything else.
  List<String> holdingData() {
    List<String> stores = new ArrayList<>();
    redis.ifPresent(address -> stores.add("Redis at " + shown(address)));
    kafka.ifPresent(address -> stores.add("Kafka at " + shown(address)));
    return stores;
  }

  private static String shown(String address) {
    return Place.of(address).map(Place::toString).orElse("a place of its own");
  }

  private static Optional<String> choose(Optional<String> now, Optional<String> before) {
    return now.or(() -> before).filter(address -> !address.equals(OWN));
  }

  private static Optional<String> first(@Nullable String option, @Nullable String variable) {
    return Optional.ofNullable(option)
        .or(() -> Optional.ofNullable(variable))
        .filter(text -> !text.isBlank());
  }
}
