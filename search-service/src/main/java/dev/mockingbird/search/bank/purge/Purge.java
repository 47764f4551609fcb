package dev.mockingbird.search.bank.purge;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.ErasingCommand;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.RedisJournal;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.PrintStream;
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
    String id = arguments.getFirst();
    String receipt = UUID.randomUUID().toString();
    int result =
        ErasingCommand.run(
            "purge",
            environment,
            err,
            (redis, installation) -> {
              if (purging(redis, installation).purge(id, receipt)) {
                return 0;
              }
              err.println("The bank has no question " + id + ".");
              return 1;
            });
    if (result == 0) {
      out.println("Purged question " + id + ". Receipt: " + receipt);
      out.println(
          "Interviews that had it keep the wording that they saw: erase them as well if it must go"
              + " there too. Backups made before this still hold it: destroy them.");
    }
    return result;
  }

  private static Purging purging(
      StatefulRedisConnection<String, String> redis, InstallationKey installation) {
    DataKeys questionKeys = DataKeys.ofQuestions(redis, installation, new SecureRandom());
    return new Purging(
        redis,
        new RedisJournal(redis, () -> UUID.randomUUID().toString(), ""),
        new EventCodec("default", _ -> Optional.empty(), questionKeys),
        questionKeys);
  }
}
