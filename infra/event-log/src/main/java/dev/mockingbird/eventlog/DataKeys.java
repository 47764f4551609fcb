package dev.mockingbird.eventlog;

import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// One data key per interview, kept in Redis wrapped by the installation key. Erasing an interview
/// is forgetting its key. Never cached, so that an erasure holds at once everywhere.
public final class DataKeys implements KeySource {

  private static final int BYTES = 32;

  private final StatefulRedisConnection<String, String> connection;
  private final Shards shards;
  private final InstallationKey installation;
  private final SecureRandom random;

  public DataKeys(
      StatefulRedisConnection<String, String> connection,
      Shards shards,
      InstallationKey installation,
      SecureRandom random) {
    this.connection = connection;
    this.shards = shards;
    this.installation = installation;
    this.random = random;
  }

  /// Makes the interview's key unless it has one. Blocks for Redis.
  public void create(String interview) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    String name = name(interview);
    String wrapped = TextCipher.encrypt(installation.key(), name, key);
    connection.sync().set(name, wrapped, SetArgs.Builder.nx());
  }

  /// Blocks for Redis.
  @Override
  public Optional<SecretKey> find(String interview) {
    String name = name(interview);
    String wrapped = connection.sync().get(name);
    if (wrapped == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SecretKeySpec(TextCipher.decrypt(installation.key(), name, wrapped), "AES"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The data key of interview "
              + interview
              + " was wrapped by another installation key: check MOCKINGBIRD_INSTALLATION_KEY_FILE",
          e);
    }
  }

  /// From here on nobody can read what was encrypted under the key. Blocks for Redis.
  public void erase(String interview) {
    connection.sync().del(name(interview));
  }

  private String name(String interview) {
    return JournalKeys.dataKey(shards.tag(interview), interview);
  }
}
