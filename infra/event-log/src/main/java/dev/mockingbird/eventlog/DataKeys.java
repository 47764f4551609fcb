package dev.mockingbird.eventlog;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// One data key per interview, or per question of the bank, kept in Redis wrapped by the
/// installation key. Erasing is forgetting the key. Never cached, so that an erasure holds at once
/// everywhere.
public final class DataKeys implements KeySource {

  private static final int BYTES = 32;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final StatefulRedisConnection<String, String> connection;
  private final UnaryOperator<String> names;
  private final InstallationKey installation;
  private final SecureRandom random;

  /// Those of interviews.
  public DataKeys(
      StatefulRedisConnection<String, String> connection,
      Shards shards,
      InstallationKey installation,
      SecureRandom random) {
    this(connection, id -> JournalKeys.dataKey(shards.tag(id), id), installation, random);
  }

  private DataKeys(
      StatefulRedisConnection<String, String> connection,
      UnaryOperator<String> names,
      InstallationKey installation,
      SecureRandom random) {
    this.connection = connection;
    this.names = names;
    this.installation = installation;
    this.random = random;
  }

  /// Those of questions.
  public static DataKeys ofQuestions(
      StatefulRedisConnection<String, String> connection,
      InstallationKey installation,
      SecureRandom random) {
    return new DataKeys(
        connection, id -> JournalKeys.question(id).part("data-key"), installation, random);
  }

  /// Makes the aggregate's key unless it has one. Blocks for Redis.
  public void create(String aggregate) {
    create(List.of(aggregate));
  }

  /// Makes the keys of those that have none, all in one go. Blocks for Redis.
  ///
  /// @return the keys of all of them
  public Map<String, SecretKey> create(Collection<String> aggregates) {
    Map<String, SecretKey> keys = new HashMap<>();
    Map<String, RedisFuture<String>> made = new LinkedHashMap<>();
    for (String aggregate : Set.copyOf(aggregates)) {
      byte[] key = new byte[BYTES];
      random.nextBytes(key);
      String name = names.apply(aggregate);
      String wrapped = TextCipher.encrypt(installation.key(), name, key);
      keys.put(aggregate, new SecretKeySpec(key, "AES"));
      made.put(aggregate, connection.async().set(name, wrapped, SetArgs.Builder.nx()));
    }
    List<String> there = new ArrayList<>();
    made.forEach(
        (aggregate, answer) -> {
          if (joined(answer) == null) {
            there.add(aggregate);
          }
        });
    keys.putAll(find(there));
    return keys;
  }

  /// Blocks for Redis.
  @Override
  public Optional<SecretKey> find(String aggregate) {
    return Optional.ofNullable(find(List.of(aggregate)).get(aggregate));
  }

  /// All in one go. Blocks for Redis.
  @Override
  public Map<String, SecretKey> find(Collection<String> aggregates) {
    Map<String, RedisFuture<String>> asked = new LinkedHashMap<>();
    aggregates.forEach(it -> asked.put(it, connection.async().get(names.apply(it))));
    Map<String, SecretKey> found = new HashMap<>();
    asked.forEach(
        (aggregate, answer) -> {
          String wrapped = joined(answer);
          if (wrapped != null) {
            found.put(aggregate, unwrapped(aggregate, wrapped));
          }
        });
    return found;
  }

  private SecretKey unwrapped(String aggregate, String wrapped) {
    try {
      return new SecretKeySpec(
          TextCipher.decrypt(installation.key(), names.apply(aggregate), wrapped), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The data key of "
              + aggregate
              + " was wrapped by another installation key: check MOCKINGBIRD_INSTALLATION_KEY_FILE",
          e);
    }
  }

  /// From here on nobody can read what was encrypted under the key. Blocks for Redis.
  public void erase(String aggregate) {
    connection.sync().del(names.apply(aggregate));
  }

  /// Throws what a blocking command would.
  private static @Nullable String joined(RedisFuture<String> answer) {
    return LettuceFutures.awaitOrCancel(answer, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
