package dev.mockingbird.interview.erase;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.RedisJournal;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.events.PersonId;
import io.lettuce.core.RedisClient;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// `./mockingbird erase interview ID` and `./mockingbird erase person ID`. Reads the installation's
/// addresses from the environment.
public final class Erase {

  private static final String USAGE =
      """
      Usage: ./mockingbird erase interview ID --yes
             ./mockingbird erase person ISSUER:NUMBER --yes

      What was written in an interview can then no longer be read by anybody, also not from backups of
      Kafka. A person's erasure erases every interview the person took part in. There is no way back.""";

  private Erase() {}

  static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
  }

  static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (arguments.size() != 3
        || !List.of("interview", "person").contains(arguments.getFirst())
        || !arguments.get(2).equals("--yes")) {
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
    Shards shards =
        new Shards(Integer.parseInt(environment.getOrDefault("MOCKINGBIRD_SHARDS", "8")));
    try (RedisClient client = RedisClient.create(redis);
        var connection = client.connect()) {
      DataKeys dataKeys =
          new DataKeys(
              connection, shards, InstallationKey.read(Path.of(keyFile)), new SecureRandom());
      Erasure erasure =
          new Erasure(
              connection,
              new RedisJournal(connection, () -> UUID.randomUUID().toString()),
              new EventCodec("default", dataKeys),
              dataKeys,
              shards);
      return erase(erasure, arguments.get(0), arguments.get(1), out, err);
    }
  }

  private static int erase(
      Erasure erasure, String what, String id, PrintStream out, PrintStream err) {
    String receipt = UUID.randomUUID().toString();
    if (what.equals("interview")) {
      if (!erasure.interview(id, receipt)) {
        err.println("There is no interview " + id + ".");
        return 1;
      }
      out.println("Erased interview " + id + ". Receipt: " + receipt);
      return 0;
    }
    List<String> interviews;
    try {
      interviews = erasure.person(new PersonId(id), receipt);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
    out.println("Erased " + id + " and interviews " + interviews + ". Receipt: " + receipt);
    return 0;
  }
}
