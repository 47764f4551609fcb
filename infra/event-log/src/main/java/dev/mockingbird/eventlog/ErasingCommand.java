package dev.mockingbird.eventlog;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/// What commands have in common that make something unreadable for good, in a process of their own:
/// they read the installation's addresses from the environment, may be run again after a failure,
/// and leave nothing in Redis's file.
public final class ErasingCommand {

  private ErasingCommand() {}

  public interface Work {

    /// @return 0 when it is done, else what the process ends with
    int on(StatefulRedisConnection<String, String> redis, InstallationKey installation);
  }

  /// @param name of the work, such as `erasure`
  /// @return 0 when it is done, 1 when it is not, 2 when addresses are missing, or what the work
  ///   answered
  public static int run(String name, Map<String, String> environment, PrintStream err, Work work) {
    String redis = environment.get("MOCKINGBIRD_REDIS_URL");
    String keyFile = environment.get("MOCKINGBIRD_INSTALLATION_KEY_FILE");
    if (redis == null || keyFile == null) {
      err.println(
          "The installation's addresses are missing: start it with ./mockingbird up, or set"
              + " MOCKINGBIRD_REDIS_URL and MOCKINGBIRD_INSTALLATION_KEY_FILE.");
      return 2;
    }
    try (RedisClient client = RedisClient.create(redis);
        var connection = client.connect()) {
      int result = work.on(connection, InstallationKey.read(Path.of(keyFile)));
      if (result == 0) {
        new AppendOnlyFile(connection).rewrite();
      }
      return result;
    } catch (RedisException e) {
      err.printf(
          "Redis does not answer, so the %s may not be complete: start Mockingbird and run the same"
              + " command again. (%s)%n",
          name, e.getMessage());
    } catch (IllegalStateException e) {
      err.printf("The %s is not complete: %s. Run the same command again.%n", name, e.getMessage());
    }
    return 1;
  }
}
