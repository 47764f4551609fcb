package dev.mockingbird.search.bank.purge;

import dev.mockingbird.eventlog.AppendOnlyFile;
import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.RedisJournal;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// `./mockingbird purge QUESTION --yes`. Reads the installation's addresses from the environment.
public final class Purge {

  private static final String USAGE =
      """
      Usage: ./mockingbird purge QUESTION --yes

      No version and no draft of the question can then be read by anybody in this installation, also
      not from backups of Kafka alone. There is no way back; to take a question out of use, retire it
      in the app instead. QUESTION is its id, as in the address of its page.""";

  private Purge() {}

  static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
  }

  /// @return 0 when it is purged, 1 when it is not, 2 when it was not understood
  static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (arguments.size() != 2 || !arguments.get(1).equals("--yes")) {
      err.println(USAGE);
      return 2;
    }
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
      DataKeys questionKeys =
          DataKeys.ofQuestions(
              connection, InstallationKey.read(Path.of(keyFile)), new SecureRandom());
      Purging purging =
          new Purging(
              connection,
              new RedisJournal(connection, () -> UUID.randomUUID().toString(), ""),
              new EventCodec("default", _ -> Optional.empty(), questionKeys),
              questionKeys);
      String id = arguments.getFirst();
      String receipt = UUID.randomUUID().toString();
      if (!purging.purge(id, receipt)) {
        err.println("The bank has no question " + id + ".");
        return 1;
      }
      new AppendOnlyFile(connection).rewrite();
      out.println("Purged question " + id + ". Receipt: " + receipt);
      out.println(
          "Interviews that had it keep the wording that they saw: erase them as well if it must go"
              + " there too. Backups made before this still hold it: destroy them.");
      return 0;
    } catch (RedisException e) {
      err.println(
          "Redis does not answer, so the purge may not be complete: start Mockingbird and run the"
              + " same command again. ("
              + e.getMessage()
              + ")");
      return 1;
    } catch (IllegalStateException e) {
      err.println("The purge is not complete: " + e.getMessage() + ". Run the same command again.");
      return 1;
    }
  }
}
